/**
 * Who acts: companies, the disciplines and departments they are organised in, users with their
 * profiles, roles and permissions, and how they get in: devices, sessions, tokens, API keys.
 *
 * <p>Nouns: {@link io.protoworks.identity.Company}, {@link io.protoworks.identity.Discipline},
 * {@link io.protoworks.identity.Department}, {@link io.protoworks.identity.User}, {@link
 * io.protoworks.identity.UserProfile}, {@link io.protoworks.identity.Role}, TierLimit, Device,
 * Session, ApiKey.
 *
 * <p>Invariants: only hashes of passwords, tokens and keys are stored; code asks for a permission,
 * never for a role; a refresh token serves once; a viewer finds their own company and its people,
 * and all of them with the permission {@code users.read}; nobody gives a permission that they lack,
 * nor changes a user who has one; an active ADMIN always remains.
 *
 * <p>Every module after it may call its services; it calls {@code platform} only.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package io.protoworks.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
