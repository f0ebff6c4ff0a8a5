package io.protoworks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** One package is one module; it depends on what its page names, and on nothing that leads back. */
class ModularityTests {

  @Test
  void modulesDependOnlyOnWhatTheyDeclare() {
    ApplicationModules.of(ProtoWorks.class).verify();
  }

  @Test
  void everyModuleDependsOnlyOnModulesBeforeIt() throws IOException {
    Set<String> before = new HashSet<>();
    Modules.dependencies()
        .forEach(
            (module, dependencies) -> {
              assertThat(before).as("what " + module + " may use").containsAll(dependencies);
              before.add(module);
            });
  }

  @Test
  void everyModuleWithTablesIsAPackage() throws IOException {
    assertThat(folders("src/main/java/io/protoworks")).containsAll(Modules.withTables());
    assertThat(folders("db/changelog")).containsExactlyInAnyOrderElementsOf(Modules.withTables());
    assertThat(Modules.inOrder()).containsAll(folders("mappers"));
  }

  @Test
  void modulesAreFlat() throws IOException {
    for (String module : Modules.inOrder()) {
      assertThat(folders("src/main/java/io/protoworks/" + module)).as(module).isEmpty();
    }
  }

  private static List<String> folders(String path) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(path))) {
      return files.filter(Files::isDirectory).map(file -> file.getFileName().toString()).toList();
    }
  }
}
