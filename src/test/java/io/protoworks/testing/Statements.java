package io.protoworks.testing;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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

/**
 * Writes down which statements the server executed, so that an N+1 shows up, and has {@link
 * AuditedWrites} look at what they did. What the server does by itself meanwhile is left out.
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
public final class Statements implements Interceptor {
  /** How the names of the threads begin that work without being asked. */
  private static final List<String> BACKGROUND =
      List.of("scheduling-", "import-", "background-", "webhook-", "event-", "notification-");

  private final Queue<String> executed = new ConcurrentLinkedQueue<>();

  @Override
  public Object intercept(Invocation invocation) throws Throwable {
    MappedStatement statement = (MappedStatement) invocation.getArgs()[0];
    String name = nameOf(statement);
    String thread = Thread.currentThread().getName();
    if (BACKGROUND.stream().noneMatch(thread::startsWith)) {
      executed.add(name);
    }
    Object answer = invocation.proceed();
    AuditedWrites.watch(name, statement.getBoundSql(invocation.getArgs()[1]).getSql(), answer);
    return answer;
  }

  private static String nameOf(MappedStatement statement) {
    String[] parts = statement.getId().split("\\.", -1);
    return parts[parts.length - 2] + "." + parts[parts.length - 1];
  }

  /** What the server executes while this runs, as {@code AreaMapper.listByProjectIds}. */
  public List<String> during(Runnable action) {
    executed.clear();
    action.run();
    return List.copyOf(executed);
  }
}
