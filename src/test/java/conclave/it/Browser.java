package conclave.it;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Chromium, as it is installed, without a window. Keeps what its console complains of. */
final class Browser implements AutoCloseable {
  private static final int WIDTH = 1180;
  private static final int HEIGHT = 900;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  /** Starts it; skips the test, and says so, where it is not installed. */
  static Browser orSkip() {
    Installed.orSkip("chromium");
    return new Browser();
  }

  private Browser() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(Installed.path("chromium"))
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
  }

  /** A new page of somebody who was never there. */
  Page page() {
    return page(new NewContextOptions().setViewportSize(WIDTH, HEIGHT));
  }

  /** The same, on a device of that kind. */
  Page page(NewContextOptions device) {
    // The server's own certificate is signed by nobody that a browser trusts.
    BrowserContext context = chromium.newContext(device.setIgnoreHTTPSErrors(true));
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (List.of("error", "warning").contains(message.type())) {
            complaints.add(message.type() + ": " + message.text());
          }
        });
    page.onPageError(error -> complaints.add("thrown: " + error));
    return page;
  }

  /** What the console has complained of so far, on all pages. */
  List<String> complaints() {
    return complaints;
  }

  /**
   * What keeps people out of the page as it is: the rules of axe, with what breaks them, dark and
   * light.
   */
  static List<String> barriers(Page page) {
    List<String> found = new ArrayList<>();
    for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      new AxeBuilder(page)
          .analyze()
          .getViolations()
          .forEach(rule -> found.add(scheme + ", " + rule.getId() + ": " + rule.getNodes()));
    }
    return found;
  }

  /**
   * Keeps pictures of the whole page, light and dark, for those who look at them: in the folder
   * {@code target/screenshots}.
   */
  static void picture(Page page, String name) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      String file = name + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png";
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target", "screenshots", file)));
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
