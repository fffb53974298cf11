package conclave.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page that somebody looks at says what is wrong by itself, and that it is over. */
class IllStatusIT {
  private static final double PATIENCE_MILLIS = 30_000;
  private static final HasTextOptions IN_TIME = new HasTextOptions().setTimeout(PATIENCE_MILLIS);

  @TempDir Path folder;

  @Test
  void aStoreThatStandsStillIsToldAndSoIsThatItGoesOn() {
    try (Browser browser = Browser.orSkip();
        Database database = new Database(folder.resolve("postgres"));
        RunningServer server =
            RunningServer.start(
                folder.resolve("data"),
                "status.listen=[::1]:0",
                "store.url=" + database.url("localhost"),
                "store.key=" + folder.resolve("store.key"))) {
      Page page = browser.page();
      page.navigate(server.statusPage());
      assertThat(page.locator("#live")).hasText("Live.");
      database.signal("STOP");
      assertThat(page.locator("#health"))
          .hasText("Not healthy: The store does not answer: messages are refused.", IN_TIME);
      assertThat(page).hasTitle("Not healthy · conclave.local");
      assertThat(new WebVisitor(server).get("/health/ready").statusCode()).isEqualTo(503);
      assertThat(Browser.barriers(page)).isEmpty();
      Browser.picture(page, "ill");
      database.signal("CONT");
      assertThat(page.locator("#health")).hasText(Pattern.compile("^Healthy$"), IN_TIME);
      assertThat(browser.complaints()).isEmpty();
    }
  }
}
