/**
 * Files: how they come in, where they are kept, and how they are given out.
 *
 * <p>Nouns: {@link io.protoworks.attachment.Upload}, a file on its way in: announced by {@code
 * createUpload}, sent by PUT to the address that this answers, then bound to what it is for; {@link
 * io.protoworks.attachment.Attachment}, a file that is attached to something.
 *
 * <p>Invariants: bytes are written to the disk as they come and never beyond the size that was
 * announced; only what was checked (size, SHA-256, type and size of an image as the bytes show
 * them) is kept; what was taken away keeps its row for good and its bytes for a while; an address
 * takes the bytes once; what is not bound in time is deleted; a download's address is signed, lives
 * shortly and gives no right that its user lacks when it is followed.
 *
 * <p>A module with things that files are attached to says, as an {@link
 * io.protoworks.attachment.AttachmentOwner}, who sees and changes them.
 *
 * <p>Every module after it may bind uploads, read the store and sign downloads; it calls {@code
 * platform} and {@code identity} only.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity"})
@NullMarked
package io.protoworks.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
