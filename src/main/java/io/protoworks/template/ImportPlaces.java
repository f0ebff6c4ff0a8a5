package io.protoworks.template;

/**
 * Where an input that a template is imported by names what may refuse it.
 *
 * @param code the path of the template's code
 * @param discipline the path of its discipline
 */
record ImportPlaces(String code, String discipline) {}
