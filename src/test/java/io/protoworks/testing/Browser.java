package io.protoworks.testing;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A real headless browser: the Chromium or Chrome that is installed, or the one that Playwright
 * brings where there is none.
 */
public final class Browser implements AutoCloseable {
  private static final List<Path> INSTALLED =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"),
          Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;

  public Browser() {
    Optional<Path> installed = INSTALLED.stream().filter(Files::isExecutable).findFirst();
    Playwright.CreateOptions options = new Playwright.CreateOptions();
    if (installed.isPresent()) {
      options.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
    }
    playwright = Playwright.create(options);
    BrowserType.LaunchOptions launch =
        new BrowserType.LaunchOptions()
            .setArgs(
                List.of(
                    "--no-sandbox",
                    "--disable-quic",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync"));
    installed.ifPresent(launch::setExecutablePath);
    browser = playwright.chromium().launch(launch);
  }

  public com.microsoft.playwright.Page newPage() {
    return browser.newPage();
  }

  @Override
  public void close() {
    playwright.close();
  }
}
