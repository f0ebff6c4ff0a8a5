package io.protoworks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.modulith.ApplicationModule;

/** The modules as their pages declare them, in the order of their dependencies. */
final class Modules {
  static final String ROOT = "io.protoworks";

  private static final Path CHANGELOG = Path.of("db/changelog/db.changelog-master.yaml");
  private static final Path SOURCES = Path.of("src/main/java/io/protoworks");
  private static final Pattern FOLDER = Pattern.compile("path: (\\w+)");

  private Modules() {}

  /** Each module and those that it may depend on. */
  static Map<String, Set<String>> dependencies() throws IOException {
    Map<String, Set<String>> dependencies = new LinkedHashMap<>();
    for (String module : inOrder()) {
      dependencies.put(module, new TreeSet<>(Arrays.asList(page(module).allowedDependencies())));
    }
    return dependencies;
  }

  /**
   * As the changelog has them; one without tables stands before the first that may use it, or after
   * the last that it may use itself.
   */
  static List<String> inOrder() throws IOException {
    List<String> modules = new ArrayList<>(withTables());
    for (String module : withoutTables()) {
      modules.add(place(modules, module), module);
    }
    return modules;
  }

  private static int place(List<String> modules, String module) {
    int end = modules.size();
    IntPredicate isUser = index -> uses(modules.get(index), module);
    IntPredicate isUsed = index -> uses(module, modules.get(index));
    return IntStream.range(0, end)
        .filter(isUser)
        .findFirst()
        .orElseGet(
            () -> IntStream.range(0, end).filter(isUsed).map(used -> used + 1).max().orElse(end));
  }

  private static List<String> withoutTables() throws IOException {
    List<String> withTables = withTables();
    try (Stream<Path> packages = Files.list(SOURCES)) {
      return packages
          .filter(Files::isDirectory)
          .map(file -> file.getFileName().toString())
          .filter(module -> !withTables.contains(module))
          .sorted()
          .toList();
    }
  }

  private static boolean uses(String module, String used) {
    return Arrays.asList(page(module).allowedDependencies()).contains(used);
  }

  /** The modules that the changelog makes tables of. */
  static List<String> withTables() throws IOException {
    return FOLDER
        .matcher(Files.readString(CHANGELOG))
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  /** The module that a class belongs to: the package below the root. */
  static String of(Class<?> type) {
    return type.getPackageName().substring(ROOT.length() + 1);
  }

  private static ApplicationModule page(String module) {
    try {
      ApplicationModule page =
          Class.forName("%s.%s.package-info".formatted(ROOT, module))
              .getAnnotation(ApplicationModule.class);
      if (page == null) {
        throw new AssertionError("the page of " + module + " declares no dependencies");
      }
      return page;
    } catch (ClassNotFoundException missing) {
      throw new AssertionError(module + " has no page", missing);
    }
  }
}
