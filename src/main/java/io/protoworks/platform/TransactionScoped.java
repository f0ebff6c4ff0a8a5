package io.protoworks.platform;

import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction carries along until it ends: one object of a type, made when first asked for.
 */
public final class TransactionScoped {
  private TransactionScoped() {}

  /** The object of the transaction under way; there must be one. */
  public static <T extends TransactionSynchronization> T of(Class<T> type, Supplier<T> make) {
    for (TransactionSynchronization known :
        TransactionSynchronizationManager.getSynchronizations()) {
      if (type.isInstance(known)) {
        return type.cast(known);
      }
    }
    T made = make.get();
    TransactionSynchronizationManager.registerSynchronization(made);
    return made;
  }
}
