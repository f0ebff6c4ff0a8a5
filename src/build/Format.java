import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Formats every Java file below {@code src}, or with {@code check} tells which are not formatted.
 */
class Format {
  public static void main(String[] arguments) throws Exception {
    boolean check = arguments.length > 0 && arguments[0].equals("check");
    List<Path> unformatted = new ArrayList<>();
    try (var files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(Format::isOurs).sorted().toList()) {
        String written = Files.readString(file);
        String formatted = format(written);
        if (!formatted.equals(written)) {
          unformatted.add(file);
          if (!check) {
            Files.writeString(file, formatted);
          }
        }
      }
    }
    unformatted.forEach(
        file -> System.out.println((check ? "not formatted: " : "formatted ") + file));
    if (check && !unformatted.isEmpty()) {
      System.out.println("Format them with: mvn initialize exec:exec@format");
      System.exit(1);
    }
  }

  private static boolean isOurs(Path file) {
    return file.toString().endsWith(".java") && !file.toString().contains("node_modules");
  }

  private static String format(String source) throws Exception {
    String used = RemoveUnusedImports.removeUnusedImports(source);
    String ordered = ImportOrderer.reorderImports(used, JavaFormatterOptions.Style.GOOGLE);
    return new Formatter().formatSource(ordered);
  }
}
