package io.protoworks.testing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.ibatis.cache.CacheKey;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Signature;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Watches in every test that the server writes nothing in a transaction that tells the audit log
 * nothing. One that kept silent fails after its commit, whoever asked for it. Whether it told all,
 * the tests of each operation say.
 */
@Intercepts({
  @Signature(
      type = Executor.class,
      method = "query",
      args = {MappedStatement.class, Object.class, RowBounds.class, ResultHandler.class}),
  @Signature(
      type = Executor.class,
      method = "query",
      args = {
        MappedStatement.class,
        Object.class,
        RowBounds.class,
        ResultHandler.class,
        CacheKey.class,
        BoundSql.class
      }),
  @Signature(
      type = Executor.class,
      method = "update",
      args = {MappedStatement.class, Object.class})
})
public final class AuditedWrites implements Interceptor {
  private static final String TOLD = "AuditChainMapper.append";

  private static final Pattern WRITES =
      Pattern.compile(
          "\\b(insert\\s+into|delete\\s+from|update\\s+[a-z_]+\\.[a-z_]+)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final String PROGRESS =
      "how far a worker is; that it began and how it ended is told";
  private static final String LAST_USE = "when it was last used; that it began and ended is told";
  private static final String SECURITY = "what was tried in vain is in the log of security events";
  private static final String OVER = "what has ended is forgotten; that it ended was told";

  /** What may be written without a word in the audit log, and why. */
  private static final Map<String, String> UNTOLD =
      Map.ofEntries(
          Map.entry("ImportJobMapper.beat", PROGRESS),
          Map.entry("ImportJobMapper.updateProgress", PROGRESS),
          Map.entry("ImportJobMapper.updateTotal", PROGRESS),
          Map.entry("ImportRowErrorMapper.deleteByJobId", PROGRESS),
          Map.entry("ImportRowErrorMapper.insertAll", PROGRESS),
          Map.entry("LoginThrottleMapper.block", SECURITY),
          Map.entry("LoginThrottleMapper.clear", SECURITY),
          Map.entry("LoginThrottleMapper.countFailure", SECURITY),
          Map.entry("LoginThrottleMapper.deleteForgotten", OVER),
          Map.entry("SecurityEventMapper.insert", SECURITY),
          Map.entry("SessionMapper.deleteExpiredTokens", OVER),
          Map.entry("ViewerMapper.touchApiKey", LAST_USE),
          Map.entry("ViewerMapper.touchSession", LAST_USE));

  @Override
  public Object intercept(Invocation invocation) throws Throwable {
    Object answer = invocation.proceed();
    MappedStatement statement = (MappedStatement) invocation.getArgs()[0];
    if (hasRows(answer)
        && WRITES.matcher(statement.getBoundSql(invocation.getArgs()[1]).getSql()).find()) {
      note(nameOf(statement));
    }
    return answer;
  }

  private static boolean hasRows(Object answer) {
    return answer instanceof Collection<?> rows
        ? !rows.isEmpty()
        : answer instanceof Integer count && count != 0;
  }

  private static String nameOf(MappedStatement statement) {
    List<String> parts = List.of(statement.getId().split("\\.", -1));
    return String.join(".", parts.subList(parts.size() - 2, parts.size()));
  }

  private static void note(String write) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      requireTold(Set.of(write));
      return;
    }
    for (TransactionSynchronization known :
        TransactionSynchronizationManager.getSynchronizations()) {
      if (known instanceof Watch watch) {
        watch.writes.add(write);
        return;
      }
    }
    Watch watch = new Watch();
    watch.writes.add(write);
    TransactionSynchronizationManager.registerSynchronization(watch);
  }

  private static void requireTold(Set<String> writes) {
    Set<String> silent = new TreeSet<>(writes);
    silent.removeAll(UNTOLD.keySet());
    if (!silent.isEmpty() && !writes.contains(TOLD)) {
      throw new IllegalStateException("written without a word in the audit log: " + silent);
    }
  }

  private static final class Watch implements TransactionSynchronization {
    private final Set<String> writes = new TreeSet<>();

    @Override
    public void afterCommit() {
      requireTold(writes);
    }
  }
}
