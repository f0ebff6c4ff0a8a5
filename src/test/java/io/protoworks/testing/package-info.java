/** What tests of every module share: the database, the started server, and a client for it. */
@NullMarked
package io.protoworks.testing;

import org.jspecify.annotations.NullMarked;
