package io.protoworks;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.corpus.CorpusCoverage;
import io.protoworks.corpus.CorpusPlant;
import io.protoworks.corpus.CorpusQuery;
import io.protoworks.testing.ServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every query of the corpus is answered as it is written down, by as many statements: an N+1 shows
 * as a difference.
 *
 * <p>A new root or edge is asked in a file {@code corpus/<module>/<what>.graphql}; who asks is the
 * keeper of the plant, or whom the first line names: {@code # as stranger}. Its variables are what
 * the {@link io.protoworks.walk.TenantPart}s remember; {@code widen} makes several of each, under
 * several parents. {@code mvn test -Dtest=CorpusTests -Dcorpus.rewrite=true} writes the answers;
 * the differences are read before they are committed. Those of the last run are in {@code
 * target/corpus}.
 */
@ServerTest
class CorpusTests {
  private static final Path ANSWERS = Path.of("target/corpus");
  private static final boolean REWRITE = Boolean.getBoolean("corpus.rewrite");

  /** What only a log that was tampered with shows. */
  private static final Set<String> NEVER_SEEN = Set.of("AuditChainVerification.firstBreak");

  @Autowired CorpusPlant plant;
  @Autowired SchemaBinding binding;

  @TestFactory
  Stream<DynamicTest> everyQueryIsAnsweredAsWritten() throws IOException {
    return CorpusQuery.all().stream()
        .map(query -> DynamicTest.dynamicTest(query.name(), () -> check(query)));
  }

  private void check(CorpusQuery query) throws IOException {
    Path answer = ANSWERS.resolve(query.name() + ".json");
    Files.createDirectories(answer.getParent());
    Files.writeString(answer, plant.ask(query));
    if (REWRITE) {
      Files.copy(answer, query.expectation(), StandardCopyOption.REPLACE_EXISTING);
    }
    assertThat(answer).hasSameTextualContentAs(query.expectation());
  }

  @Test
  void everyFolderIsAModuleAndEveryAnswerHasItsQuery() throws IOException {
    assertThat(CorpusQuery.all()).extracting(CorpusQuery::module).isSubsetOf(Modules.inOrder());
    assertThat(CorpusQuery.leftOver()).isEmpty();
  }

  @Test
  void everyRootAndEveryEdgeIsAskedSomewhere() throws IOException {
    Set<String> missing = new TreeSet<>(SchemaReach.edges(binding.schema()));
    missing.removeIf(field -> field.matches("\\w+(Connection|Edge)\\.\\w+"));
    missing.removeAll(CorpusCoverage.of(binding.schema(), CorpusQuery.all()));
    missing.removeAll(NEVER_SEEN);
    assertThat(missing).isEmpty();
  }
}
