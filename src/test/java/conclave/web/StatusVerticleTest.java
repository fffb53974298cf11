package conclave.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conclave.config.StatusConfig.Visibility;
import java.io.IOException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatusVerticleTest {
  private RunningStatus server;

  @BeforeEach
  void start() throws Exception {
    server = RunningStatus.with(Visibility.SUMMARY);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void thePageShowsHealthAndNumbers() throws Exception {
    HttpResponse<String> page = server.get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
    assertThat(page.body()).startsWith("<!DOCTYPE html>").contains(">Healthy</p>", "1,234");
    assertThat(page.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
  }

  @Test
  void thePageShowsTheProblemsOfThisMoment() throws Exception {
    server.snapshots = () -> Snapshots.withProblems("The store does not answer.");
    assertThat(server.get("/").body()).contains("Not healthy: The store does not answer.");
    server.snapshots = Snapshots::healthy;
    assertThat(server.get("/").body()).contains(">Healthy</p>");
  }

  @Test
  void thePageStaysStillWhenAsked() throws Exception {
    assertThat(server.get("/").body()).contains("http-equiv=\"refresh\"");
    assertThat(server.get("/?refresh=off").body()).doesNotContain("http-equiv=\"refresh\"");
  }

  @Test
  void thePageShowsHowFastMessagesCome() {
    AtomicLong messages = new AtomicLong();
    server.snapshots = () -> Snapshots.counting(messages.addAndGet(1000), 0);
    await()
        .untilAsserted(
            () ->
                assertThat(server.get("/").body())
                    .containsPattern(
                        "<dt>Messages per second</dt><dd data-n=\"message-rate\">[1-9][0-9,.]*</dd>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/status.css",
        "/status.js",
        "/icon.svg",
        "/log-in",
        "/health/live",
        "/health/ready",
        "/metrics",
        "/nothing"
      })
  void everyAnswerIsLockedDown(String path) throws Exception {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.headers().allValues("content-security-policy"))
        .containsExactly(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors"
                + " 'none'");
    assertThat(answer.headers().allValues("x-content-type-options")).containsExactly("nosniff");
    assertThat(answer.headers().allValues("referrer-policy")).containsExactly("same-origin");
    assertThat(answer.headers().allValues("cache-control")).containsExactly("no-store");
    assertThat(answer.headers().firstValue("server")).isEmpty();
  }

  @Test
  void theLooksComeFromTheSameServer() throws Exception {
    HttpResponse<String> style = server.get("/status.css");
    assertThat(style.statusCode()).isEqualTo(200);
    assertThat(style.headers().firstValue("content-type")).hasValue("text/css; charset=utf-8");
    assertThat(style.body()).contains("prefers-color-scheme: dark").doesNotContain("url(");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/health", "/status.css/x", "/../etc/passwd", "/favicon.ico"})
  void whatIsNotThereIsAShort404(String path) throws Exception {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("content-type")).hasValue("text/plain; charset=utf-8");
    assertThat(answer.body()).isEqualTo("There is nothing here.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "BREW"})
  void onlyReadingIsAllowed(String method) throws Exception {
    for (String path : new String[] {"/", "/metrics", "/nothing"}) {
      HttpResponse<String> answer = server.send(method, path);
      assertThat(answer.statusCode()).isEqualTo(405);
      assertThat(answer.headers().firstValue("allow")).hasValue("GET, HEAD");
      assertThat(answer.body()).isEqualTo("Only GET and HEAD work here.\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/status.css", "/health/live", "/health/ready", "/nothing"})
  void headGivesTheHeadersWithoutTheBody(String path) throws Exception {
    sameHead(server, path);
    try (RunningStatus old = RunningStatus.overHttp1()) {
      sameHead(old, path);
    }
  }

  private static void sameHead(RunningStatus server, String path)
      throws IOException, InterruptedException {
    HttpResponse<String> whole = server.get(path);
    HttpResponse<String> head = server.send("HEAD", path);
    assertThat(head.statusCode()).isEqualTo(whole.statusCode());
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().map()).isEqualTo(whole.headers().map());
  }

  @Test
  void bothVersionsOfHttpWork() throws Exception {
    assertThat(server.get("/").version()).isEqualTo(Version.HTTP_2);
    try (RunningStatus old = RunningStatus.overHttp1()) {
      assertThat(old.get("/").version()).isEqualTo(Version.HTTP_1_1);
    }
  }

  @Test
  void aBugIsAnsweredWithoutItsTrace() throws Exception {
    server.snapshots =
        () -> {
          throw new IllegalStateException("secret");
        };
    HttpResponse<String> answer = server.get("/");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("That went wrong on the server; its log tells more.\n");
  }
}
