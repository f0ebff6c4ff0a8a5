package io.protoworks.testing;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSessionFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** How the database would execute the statements of mappers. */
@Fixture
public class Plans {
  private final SqlSessionFactory sessions;
  private final JdbcTemplate database;

  Plans(SqlSessionFactory sessions, JdbcTemplate database) {
    this.sessions = sessions;
    this.database = database;
  }

  /** The plan of a mapper's statement with these parameters, line by line. */
  public String of(Class<?> mapper, String name, Map<String, Object> parameters) {
    Configuration configuration = sessions.getConfiguration();
    MappedStatement statement = configuration.getMappedStatement(mapper.getName() + "." + name);
    BoundSql bound = statement.getBoundSql(parameters);
    return database
        .query(
            connection -> {
              var explain = connection.prepareStatement("explain " + bound.getSql());
              configuration
                  .newParameterHandler(statement, parameters, bound)
                  .setParameters(explain);
              return explain;
            },
            (row, number) -> Objects.requireNonNull(row.getString(1)))
        .stream()
        .collect(Collectors.joining("\n"));
  }
}
