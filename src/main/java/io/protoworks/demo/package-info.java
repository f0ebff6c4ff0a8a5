/**
 * The demo plant, only in the profile {@code demo}: companies, a user for each company and role
 * that takes part, and the project DEMO with its register and what was done in it so far.
 *
 * <p>It is made by a client of the API, through the same door as everybody, so that it can have
 * nothing that the rules do not allow. Calls no module.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.protoworks.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
