package io.protoworks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.modulith.ApplicationModule;

/** The modules as their pages declare them, in the order in which the database is made. */
final class Modules {
  static final String ROOT = "io.protoworks";

  private static final Path CHANGELOG = Path.of("db/changelog/db.changelog-master.yaml");
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

  /** The modules that have a page; a folder of the changelog may be ahead of its Java. */
  static List<String> inOrder() throws IOException {
    return FOLDER
        .matcher(Files.readString(CHANGELOG))
        .results()
        .map(result -> result.group(1))
        .filter(module -> Files.exists(pageFile(module)))
        .toList();
  }

  /** The module that a class belongs to: the package below the root. */
  static String of(Class<?> type) {
    return type.getPackageName().substring(ROOT.length() + 1);
  }

  private static Path pageFile(String module) {
    return Path.of("src/main/java/io/protoworks", module, "package-info.java");
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
