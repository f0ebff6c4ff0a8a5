/**
 * Handover documents as PDFs: the dossier of a protocol, the dossier of a subsystem with all its
 * protocols, and the certificate of an open gate.
 *
 * <p>Invariants: it keeps nothing and knows no rule of its own; what a document says is what the
 * services of the modules below answer to its viewer, in one snapshot. A document is made page by
 * page, its protocols are read in stretches and its pictures one at a time, so that memory does not
 * grow with it. What cannot be printed is named or replaced, never left out without a word. A
 * certificate is given for an open gate only, and says by a hash which facts it states.
 *
 * <p>{@code Paper} and what begins with it lays out, the {@code …Pages} write a part each, the
 * services read.
 */
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "identity",
      "plant",
      "attachment",
      "template",
      "completion",
      "protocol",
      "pendency"
    })
@NullMarked
package io.protoworks.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
