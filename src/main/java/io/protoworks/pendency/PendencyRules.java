package io.protoworks.pendency;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When something can be done with a pendency. Knows nothing of the database. */
final class PendencyRules {
  private PendencyRules() {}

  /** What keeps this person from the step, and what to do next; null when it can be done now. */
  static @Nullable String obstacle(PendencyStep step, Pendency pendency, UUID userId) {
    if (step == PendencyStep.COMMENT) {
      return null;
    }
    if (!pendency.isOpen()) {
      return "The pendency is resolved and stays as it is; raise another if it comes back.";
    }
    return switch (step) {
      case CLEAR ->
          pendency.isCleared()
              ? "The pendency is cleared already; have it verified, or refused."
              : null;
      case VERIFY, REFUSE -> ofVerification(pendency, userId);
      case CHANGE, ASSIGN ->
          pendency.isCleared()
              ? "The pendency is cleared and waits to be verified; refuse that first."
              : null;
      case DETACH ->
          pendency.isCleared()
              ? "The pendency is cleared, and its files are the evidence; refuse that first."
              : null;
      case CHANGE_TYPE ->
          pendency.requestedType() == null
              ? null
              : "Somebody asked already to make it a %s; have that confirmed or refused first."
                  .formatted(pendency.requestedType());
      case CONFIRM_TYPE_CHANGE -> ofConfirmation(pendency, userId);
      case REFUSE_TYPE_CHANGE -> pendency.requestedType() == null ? NOTHING_REQUESTED : null;
      case ATTACH, COMMENT -> null;
    };
  }

  private static final String NOTHING_REQUESTED =
      "Nobody asked for another type of the pendency; there is nothing to decide.";

  private static @Nullable String ofVerification(Pendency pendency, UUID userId) {
    if (!pendency.isCleared()) {
      return "The pendency is not cleared; have it cleared first.";
    }
    return userId.equals(pendency.clearedBy())
        ? "You cleared the pendency; somebody else must verify it."
        : null;
  }

  private static @Nullable String ofConfirmation(Pendency pendency, UUID userId) {
    if (pendency.requestedType() == null) {
      return NOTHING_REQUESTED;
    }
    return userId.equals(pendency.requestedBy())
        ? "You asked for the other type; somebody else must confirm it."
        : null;
  }
}
