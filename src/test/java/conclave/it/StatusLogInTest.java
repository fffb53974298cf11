package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conclave.gateway.GatewayFigures;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Operators at the status page: who comes in, what they may do, and what others can't make them do.
 */
class StatusLogInTest {
  private static final String[] ACTIONS = {"/disconnect", "/announce", "/revoke", "/drain"};

  @TempDir Path folder;

  private RunningServer server;
  private WebVisitor visitor;

  @BeforeEach
  void start() {
    server =
        RunningServer.start(
            folder.resolve("data"),
            "status.listen=[::1]:0",
            "status.public=none",
            "limits.log-in-failures=3",
            "operators=[{account: boss, role: admin}, {account: warden, role: operator}]");
    server.door().account("boss");
    visitor = new WebVisitor(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void isIn(boolean isIn) {
    assertThat(visitor.get("/").body().contains("Log out")).isEqualTo(isIn);
  }

  @Test
  void anOperatorComesInWithACookieThatNoScriptAndNoOtherSiteGets() {
    HttpResponse<String> answer =
        visitor.post(visitor.site(), "/log-in", "name", "boss", "password", Door.PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).hasValue("/");
    assertThat(answer.headers().firstValue("set-cookie").orElseThrow())
        .matches("__Host-conclave=[A-Za-z0-9_-]{43}; Path=/; Secure; HTTPOnly; SameSite=Strict");
    assertThat(visitor.get("/").body())
        .contains("Log out", "Busiest rooms", "Drain this node", "<td>256</td>", "People");
    visitor.fill("/log-out");
    isIn(false);
    assertThat(visitor.get("/").body()).contains("Healthy", "Log in").doesNotContain("People");
  }

  @Test
  void whoIsNotToComeInIsToldTheSameWhateverWasWrong() {
    assertThat(visitor.logIn("boss", "wrong")).isEqualTo("/log-in?no=wrong");
    assertThat(visitor.logIn("nobody", "wrong")).isEqualTo("/log-in?no=wrong");
    assertThat(visitor.logIn("", "")).isEqualTo("/log-in?no=wrong");
    assertThat(visitor.get("/log-in?no=wrong").body()).contains("Wrong account or password.");
    assertThat(visitor.get("/log-in?no=later&after=7").body()).contains("in 7 seconds.");
    assertThat(visitor.get("/log-in?no=later&after=%3Cb%3E").body()).doesNotContain("<b>");
    isIn(false);
  }

  @Test
  void whoIsNoOperatorIsToldSoAndLeavesNoSession() {
    Peer alice = server.door().newPlain("alice");
    assertThat(visitor.logIn("alice", Door.PASSWORD)).isEqualTo("/log-in?no=member");
    assertThat(visitor.get("/log-in?no=member").body()).contains("That is no operator's account.");
    isIn(false);
    alice.send("/sessions");
    alice.await("*plain from ::1*this one");
    alice.expect("End one with *");
  }

  @Test
  void whoTriesTooOftenHasToWaitHereAsEverywhere() throws IOException {
    for (int i = 0; i < 3; i++) {
      assertThat(visitor.logIn("boss", "wrong" + i)).isEqualTo("/log-in?no=wrong");
    }
    String next = visitor.logIn("boss", "wrong again");
    assertThat(next).matches("/log-in\\?no=later&after=[0-9]+");
    assertThat(visitor.get(next).body()).contains("Too many log-ins have failed;");
    await()
        .untilAsserted(
            () ->
                assertThat(audit())
                    .anyMatch(
                        line -> line.contains("\"log-in-failed\"") && line.contains("\"web\""))
                    .anyMatch(line -> line.contains("\"locked-out\"") && line.contains("\"web\"")));
  }

  private List<String> audit() throws IOException {
    return Files.readAllLines(folder.resolve("data/audit/audit.jsonl"));
  }

  @Test
  void noOtherSiteCanLogSomebodyInOrActForWhoHasLoggedIn() {
    for (String origin : new String[] {"", "null", "https://evil.example", "http://[::1]"}) {
      HttpResponse<String> answer =
          visitor.post(origin, "/log-in", "name", "boss", "password", Door.PASSWORD);
      assertThat(answer.statusCode()).isEqualTo(403);
    }
    isIn(false);
    assertThat(visitor.logIn("boss", Door.PASSWORD)).isEqualTo("/");
    for (String path : ACTIONS) {
      assertThat(visitor.post("https://evil.example", path).statusCode()).isEqualTo(403);
      assertThat(visitor.post(visitor.site(), path).statusCode()).isEqualTo(403);
      assertThat(visitor.post(visitor.site(), path, "token", "x").statusCode()).isEqualTo(403);
      assertThat(visitor.get(path).statusCode()).isEqualTo(404);
    }
    assertThat(visitor.post("https://evil.example", "/log-out").statusCode()).isEqualTo(403);
    isIn(true);
    assertThat(server.isDrained()).isFalse();
  }

  @Test
  void aStrangerCanDoNothing() {
    for (String path : ACTIONS) {
      HttpResponse<String> answer = visitor.post(visitor.site(), path, "token", "", "sure", "yes");
      assertThat(answer.headers().firstValue("location")).hasValue("/log-in");
    }
    assertThat(visitor.get("/sessions?account=boss").headers().firstValue("location"))
        .hasValue("/log-in");
    assertThat(server.isDrained()).isFalse();
  }

  @Test
  void aFormIsShort() {
    assertThat(visitor.logIn("boss", "x".repeat(1000))).isEqualTo("/log-in?no=wrong");
    assertThat(
            visitor
                .post(visitor.site(), "/log-in", "name", "boss", "password", "x".repeat(5000))
                .statusCode())
        .isEqualTo(413);
  }

  @Test
  void aUserIsPutOutAndEverybodyIsTold() throws IOException {
    Peer alice = server.door().newIrc("alice");
    visitor.logIn("boss", Door.PASSWORD);
    visitor.fill("/announce", "text", "Back at six\r\nQUIT");
    assertThat(visitor.note()).isEqualTo("That was announced to everybody.");
    assertThat(visitor.note()).isEmpty();
    alice.await(":boss!web@conclave.local NOTICE $* :Back at six QUIT");
    visitor.fill("/disconnect", "nick", "ALICE", "reason", "enough");
    assertThat(visitor.note()).isEqualTo("alice was put out of the server.");
    alice.await("ERROR :Killed (boss (enough))");
    alice.expectClosed();
    visitor.fill("/disconnect", "nick", "<b>");
    assertThat(visitor.note()).isEqualTo("Nobody here is called &lt;b&gt;.");
    await()
        .untilAsserted(
            () ->
                assertThat(audit())
                    .anyMatch(line -> line.contains("\"announced\"") && line.contains("\"boss\""))
                    .anyMatch(
                        line ->
                            line.contains(
                                "\"disconnected\",\"account\":\"alice\",\"by\":\"boss\"")));
  }

  @Test
  void aSessionIsEnded() {
    Peer alice = server.door().newIrc("alice");
    visitor.logIn("boss", Door.PASSWORD);
    assertThat(visitor.get("/sessions?account=alice").body())
        .contains("<td>connected</td><td>::1</td><td>irc</td>");
    visitor.fill("/revoke", "account", "alice", "session", "99");
    assertThat(visitor.note()).isEqualTo("alice has no session 99.");
    visitor.fill("/revoke", "account", "alice", "session", "");
    assertThat(visitor.note()).isEqualTo("One session of alice was ended.");
    alice.await("ERROR :This session was ended");
    assertThat(visitor.get("/sessions?account=alice").headers().firstValue("location"))
        .hasValue("/");
    assertThat(visitor.note()).isEqualTo("alice has no sessions.");
  }

  @Test
  void aVisitIsASessionOfItsAccountAndEndsWithIt() {
    visitor.logIn("boss", Door.PASSWORD);
    isIn(true);
    Peer boss = server.door().plain("boss");
    boss.send("/sessions");
    boss.await("*web from ::1*");
    boss.send("/sessions end 1");
    await().untilAsserted(() -> isIn(false));
  }

  @Test
  void whatAnOperatorListensToEndsWithTheVisit() {
    visitor.logIn("boss", Door.PASSWORD);
    List<String> heard;
    try (Stream<String> lines = visitor.listen()) {
      Iterator<String> next = lines.filter(line -> line.startsWith("data: ")).iterator();
      assertThat(next.next()).contains("\"operator\":true", "\"nodes\":", "\"rooms\":[]");
      visitor.fill("/log-out");
      heard = new ArrayList<>();
      next.forEachRemaining(heard::add); // ends when the server ends it
    }
    assertThat(heard).allMatch(line -> line.contains("\"operator\":true"));
    try (Stream<String> lines = visitor.listen()) {
      assertThat(lines.filter(line -> line.startsWith("data: ")).findFirst().orElseThrow())
          .contains("\"operator\":false")
          .doesNotContain("\"nodes\":", "\"rooms\":[");
    }
  }

  @Test
  void operatorsTooListenOnlySoManyTimes() {
    List<Stream<String>> open = new ArrayList<>();
    for (int browser = 0; browser < 2; browser++) {
      WebVisitor one = new WebVisitor(server);
      one.logIn("boss", Door.PASSWORD);
      for (int i = 0; i < 50; i++) {
        open.add(one.listen());
      }
    }
    visitor.logIn("boss", Door.PASSWORD);
    assertThat(visitor.get("/events").statusCode()).isEqualTo(503);
    open.forEach(Stream::close);
  }

  @Test
  void whoIsNoAdministratorKeepsOrderButDoesNotEndTheNode() {
    server.door().account("warden");
    visitor.logIn("warden", Door.PASSWORD);
    assertThat(visitor.get("/").body())
        .contains("Disconnect a user")
        .doesNotContain("Drain this node", "Sessions of an account");
    visitor.fill("/drain", "sure", "yes");
    assertThat(visitor.note()).isEqualTo("Only an administrator may do that.");
    visitor.fill("/revoke", "account", "boss");
    assertThat(visitor.note()).isEqualTo("Only an administrator may do that.");
    assertThat(visitor.get("/sessions?account=boss").headers().firstValue("location"))
        .hasValue("/log-in");
    assertThat(server.isDrained()).isFalse();
  }

  @Test
  void connectionsAreCountedByWhatCarriesThemUntilTheyAreOver() {
    GatewayFigures.Link link = new GatewayFigures.Link("TLSv1.3", "TLS_AES_256_GCM_SHA384", "ipv6");
    try (Peer one = server.door().greeted()) {
      try (Peer other = server.door().greeted()) {
        other.send("PING 1");
        await().until(server::links, Map.of(link, 2L)::equals);
      }
      one.send("PING 1");
      await().until(server::links, Map.of(link, 1L)::equals);
    }
    await().until(server::links, Map::isEmpty);
  }

  @Test
  void anAdministratorHasTheNodeEnd() {
    visitor.logIn("boss", Door.PASSWORD);
    visitor.fill("/drain");
    assertThat(visitor.note()).isEqualTo("Nothing was done: it was not confirmed.");
    assertThat(server.isDrained()).isFalse();
    assertThat(visitor.fill("/drain", "sure", "yes").statusCode()).isEqualTo(303);
    await().until(server::isDrained);
  }
}
