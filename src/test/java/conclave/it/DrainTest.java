package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is to end: nobody is sent there any more, and who is there is told. */
class DrainTest {
  private final HttpClient http = HttpClient.newHttpClient();
  @TempDir Path folder;
  private RunningServer server;
  private Peer boss;
  private boolean isClosing;

  @BeforeEach
  void start() {
    server =
        RunningServer.start(
            folder,
            "status.listen=[::1]:0",
            "status.tls=false",
            "operators=[{account: boss, role: admin}]");
    boss = server.door().newIrc("boss");
  }

  @AfterEach
  void stop() {
    boss.close();
    if (!isClosing) {
      server.close();
    }
  }

  private HttpResponse<String> ready() throws IOException, InterruptedException {
    URI uri = URI.create("http://[::1]:" + server.statusPort() + "/health/ready");
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void onlyAdministratorsMayAndOnlyInATimeThatIsOne() throws Exception {
    try (Peer eve = server.door().newIrc("eve")) {
      eve.send("DRAIN");
      eve.expect(":conclave.local 481 eve *");
    }
    for (String wrong : new String[] {"soon", "3601", "-1"}) {
      boss.send("DRAIN " + wrong);
      boss.expect(
          ":conclave.local FAIL DRAIN INVALID_PARAMS :In how many seconds? A number from 0 to 3600");
    }
    assertThat(ready().statusCode()).isEqualTo(200);
  }

  @Test
  void itIsNotReadyFromThenOnEverybodyIsToldAndTalkGoesOn() throws Exception {
    assertThat(ready().body()).contains("{\"id\":\"accepting\",\"status\":\"UP\"}");
    try (Peer ann = server.door().newIrc("ann", "echo-message");
        Peer pia = server.door().newPlain("pia")) {
      boss.send("DRAIN 600");
      boss.await(":conclave.local NOTE DRAIN BEGUN " + ProcessHandle.current().pid() + " 600 :*");
      ann.expect(
          ":conclave.local NOTICE ann :This server closes in 600 s:"
              + " please finish, and connect again then");
      pia.expect("This server closes in 600 s: please finish, and connect again then.");
      HttpResponse<String> ready = ready();
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).contains("{\"id\":\"accepting\",\"status\":\"DOWN\"}");
      ann.send("PRIVMSG pia :still here");
      ann.expect(":ann!* PRIVMSG pia :still here");
      server.door().newIrc("eve").close();
    }
  }

  @Test
  void thePortIsClosedFirstAndWhoIsThereHasItsTime() throws Exception {
    Peer ann = server.door().newIrc("ann", "echo-message");
    ann.send("JOIN #den").await("* 366 *");
    boss.send("JOIN #den").await("* 366 *");
    boss.turnDeaf();
    for (int i = 0; i < 12_000; i++) {
      ann.send("PRIVMSG #den :" + i + " " + "x".repeat(400));
    }
    ann.await("* :11999 *");
    int port = server.door().port();
    Future<Void> closing = server.closing();
    isClosing = true;
    ann.await("ERROR :The server is shutting down");
    ann.expectClosed();
    await().atMost(Peer.PATIENCE).until(() -> isRefused(port));
    assertThat(ready().statusCode()).isEqualTo(503);
    assertThat(closing.isComplete()).isFalse();
    boss.hearAgain();
    boss.await("ERROR :The server is shutting down");
    boss.expectClosed();
    await().atMost(Peer.PATIENCE).until(closing::succeeded);
    assertThatThrownBy(this::ready).isInstanceOf(ConnectException.class);
  }

  private static boolean isRefused(int port) throws IOException {
    try (Socket socket = new Socket(Door.here(), port)) {
      return !socket.isConnected();
    } catch (ConnectException e) {
      return true;
    }
  }
}
