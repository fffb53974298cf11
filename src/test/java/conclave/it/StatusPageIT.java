package conclave.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The status page in a real browser, while people talk. */
class StatusPageIT {
  private static final int PHONE_WIDTH = 390;
  private static final int PHONE_HEIGHT = 844;
  private static final Pattern SOME = Pattern.compile("[1-9].*");

  @TempDir static Path folder;

  private static Browser browser;
  private static RunningServer server;
  private static Peer alice;
  private static Peer bob;

  @BeforeAll
  static void start() {
    browser = Browser.orSkip();
    server =
        RunningServer.start(
            folder.resolve("data"),
            "status.listen=[::1]:0",
            "operators=[{account: boss, role: admin}]");
    server.door().account("boss");
    alice = server.door().newIrc("alice", "echo-message");
    bob = server.door().newPlain("bob");
    alice.send("JOIN #lobby");
    alice.await(":* 366 *");
    bob.send("/join lobby");
    bob.await("In #lobby: *");
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      alice.close();
      bob.close();
      server.close();
      browser.close();
    }
  }

  @AfterEach
  void theConsoleHasNothingToComplainOf() {
    assertThat(browser.complaints()).isEmpty();
  }

  private static void talk() {
    alice.send("PRIVMSG #lobby :hello");
    alice.await(":alice!* PRIVMSG #lobby :hello");
    bob.await("[*] #lobby alice: hello");
  }

  private static Locator number(Page page, String name) {
    return page.locator("dd[data-n=" + name + "]");
  }

  private static Page loggedIn() {
    Page page = browser.page();
    page.navigate(server.statusPage() + "/log-in");
    logIn(page, "boss", Door.PASSWORD);
    assertThat(page).hasURL(server.statusPage() + "/");
    return page;
  }

  private static void logIn(Page page, String name, String password) {
    page.getByLabel("Account").fill(name);
    page.getByLabel("Password").fill(password);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
  }

  @Test
  void theNumbersMoveWhilePeopleTalk() {
    Page page = browser.page();
    page.navigate(server.statusPage());
    assertThat(page).hasTitle("Healthy · conclave.local");
    assertThat(page.locator("#health")).hasText("Healthy");
    assertThat(number(page, "users")).hasText("2");
    assertThat(page.locator("#live")).hasText("Live.");
    String before = number(page, "messages").textContent();
    await()
        .untilAsserted(
            () -> {
              talk();
              assertThat(number(page, "messages").textContent()).isNotEqualTo(before);
              assertThat(number(page, "message-rate").textContent()).matches(SOME);
              assertThat(page.locator("b[data-n=echo-half]").textContent()).endsWith("ms");
              assertThat(page.locator("#chart-most").getAttribute("d")).contains("L");
            });
    assertThat(number(page, "ipv6")).hasText("100 %");
    assertThat(page.locator("[data-rows=links]")).containsText("TLS 1.3");
    assertThat(page.content()).doesNotContain("alice", "bob", "#lobby");
    assertThat(Browser.barriers(page)).isEmpty();
    Browser.picture(page, "status");
    page.context().close();
  }

  @Test
  void thePageFitsAPhone() {
    Page page =
        browser.page(
            new NewContextOptions()
                .setViewportSize(PHONE_WIDTH, PHONE_HEIGHT)
                .setIsMobile(true)
                .setDeviceScaleFactor(2));
    page.navigate(server.statusPage());
    assertThat(page.locator("#live")).hasText("Live.");
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE_WIDTH);
    assertThat(Browser.barriers(page)).isEmpty();
    Browser.picture(page, "status-phone");
    page.navigate(server.statusPage() + "/log-in");
    logIn(page, "boss", Door.PASSWORD);
    assertThat(page.locator("#live")).hasText("Live.");
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE_WIDTH);
    assertThat(Browser.barriers(page)).isEmpty();
    Browser.picture(page, "operator-phone");
    page.context().close();
  }

  @Test
  void withoutScriptsThePageShowsTheNumbersOfItsLoadAndOperatorsActAllTheSame() {
    Page page = browser.page(new NewContextOptions().setJavaScriptEnabled(false));
    page.navigate(server.statusPage() + "/?refresh=off");
    assertThat(number(page, "users")).hasText("2");
    page.getByText("Log in").click();
    logIn(page, "boss", Door.PASSWORD);
    page.getByLabel("Nick").fill("nobody");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Disconnect")).click();
    assertThat(page.locator(".note")).hasText("Nobody here is called nobody.");
    page.context().close();
  }

  @Test
  void whoHasTheWrongPasswordIsToldSoAndNoMore() {
    Page page = browser.page();
    page.navigate(server.statusPage() + "/");
    page.getByText("Log in").click();
    for (String name : new String[] {"boss", "nobody-of-that-name"}) {
      logIn(page, name, "wrong horse");
      assertThat(page.getByRole(AriaRole.ALERT)).hasText("Wrong account or password.");
    }
    assertThat(Browser.barriers(page)).isEmpty();
    Browser.picture(page, "log-in");
    logIn(page, "alice", Door.PASSWORD);
    assertThat(page.getByRole(AriaRole.ALERT)).hasText("That is no operator's account.");
    assertThat(page.context().cookies()).isEmpty();
    page.context().close();
  }

  @Test
  void anOperatorSeesMoreAndActs() {
    Page page = loggedIn();
    assertThat(page.context().cookies())
        .singleElement()
        .satisfies(
            cookie -> {
              assertThat(cookie.name).isEqualTo("__Host-conclave");
              assertThat(cookie.httpOnly).isTrue();
              assertThat(cookie.secure).isTrue();
              assertThat(cookie.sameSite.name()).isEqualTo("STRICT");
            });
    talk();
    assertThat(page.locator("[data-rows=rooms]")).containsText("#lobby");
    assertThat(page.locator("[data-rows=nodes]")).containsText("conclave.local (this one)");
    assertThat(page.locator("[data-rows=nodes]")).containsText("256");
    assertThat(Browser.barriers(page)).isEmpty();
    Browser.picture(page, "operator");
    page.getByLabel("To everybody").fill("We close at six");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Announce")).click();
    assertThat(page.locator(".note")).hasText("That was announced to everybody.");
    alice.await(":boss!web@conclave.local NOTICE $* :We close at six");
    bob.await("[*] boss to all: We close at six");
    page.getByLabel("Account").fill("boss");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show sessions")).click();
    assertThat(page.locator("table")).containsText("web");
    assertThat(Browser.barriers(page)).isEmpty();
    Browser.picture(page, "sessions");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log out")).click();
    assertThat(page.getByText("Log in")).isVisible();
    assertThat(page.locator("[data-rows=nodes]")).hasCount(0);
    page.context().close();
  }
}
