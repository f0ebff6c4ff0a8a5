package io.protoworks.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements with named parameters, in steps that begin with a line {@code --step what}. */
record SqlScript(List<Step> steps) {
  private static final String STEP = "(?m)^--step ";

  /** Some statements, and what they are for. */
  record Step(String label, List<String> statements) {
    private static Step of(String text) {
      int end = text.indexOf('\n');
      return new Step(
          text.substring(0, end),
          Arrays.stream(text.substring(end).split(";\\s*(?=\\n|$)", -1))
              .filter(statement -> !statement.isBlank())
              .toList());
    }
  }

  static SqlScript read(String name) {
    try {
      String text =
          new ClassPathResource("benchmark/" + name).getContentAsString(StandardCharsets.UTF_8);
      return new SqlScript(Arrays.stream(text.split(STEP, -1)).skip(1).map(Step::of).toList());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Runs all steps; how long each of them takes is said when it is much. */
  void run(JdbcClient database, Map<String, Object> parameters) {
    for (Step step : steps) {
      long start = System.nanoTime();
      step.statements.forEach(statement -> database.sql(statement).params(parameters).update());
      double seconds = (System.nanoTime() - start) / 1e9;
      if (seconds > 1) {
        System.out.printf("  %-40s %7.1f s%n", step.label, seconds);
      }
    }
  }
}
