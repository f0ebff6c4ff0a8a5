package io.protoworks.template;

/** Whether a version of a template can still be edited, or protocols be made of it. */
public enum TemplateStatus {
  DRAFT,
  PUBLISHED
}
