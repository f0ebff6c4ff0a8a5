/**
 * What happened, sent to other systems: the events of a project posted to the addresses that its
 * managers named, signed as Standard Webhooks has it.
 *
 * <p>Nouns: {@link io.protoworks.webhook.WebhookEndpoint}, where to; {@link
 * io.protoworks.webhook.WebhookSecret}, by which messages are signed; {@link
 * io.protoworks.webhook.WebhookDelivery}, an event on its way there, and {@link
 * io.protoworks.webhook.WebhookAttempt}, one try of it.
 *
 * <p>Invariants: an endpoint gets every event that it asks for and that its owner sees, at least
 * once and in the order of the log; while one is tried again the next ones wait, and where one is
 * given up the endpoint is disabled, so that enabling it resumes without a gap. A body is read in
 * the rights of the endpoint's owner, and shown to nobody else. Secrets are encrypted; nothing of
 * them is logged or audited. No request reaches a private network, follows a redirect, or takes
 * longer or more than it may.
 *
 * <p>One node at a time works for an endpoint ({@link io.protoworks.webhook.WebhookTasks}); one
 * that dies is relieved by another, which may send again what was under way.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity", "audit", "plant", "event"})
@NullMarked
package io.protoworks.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
