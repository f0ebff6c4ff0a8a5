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
 * Writes down which statements the server executed, so that an N+1 shows up. What the scheduler
 * does by itself meanwhile is left out.
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
  /** How the names of the scheduler's threads begin. */
  private static final String SCHEDULED = "scheduling-";

  private final Queue<String> executed = new ConcurrentLinkedQueue<>();

  @Override
  public Object intercept(Invocation invocation) throws Throwable {
    if (!Thread.currentThread().getName().startsWith(SCHEDULED)) {
      String id = ((MappedStatement) invocation.getArgs()[0]).getId();
      String[] parts = id.split("\\.", -1);
      executed.add(parts[parts.length - 2] + "." + parts[parts.length - 1]);
    }
    return invocation.proceed();
  }

  /** What the server executes while this runs, as {@code AreaMapper.listByProjectIds}. */
  public List<String> during(Runnable action) {
    executed.clear();
    action.run();
    return List.copyOf(executed);
  }
}
