package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.Needles;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A gateway with its password, and nobody else, says where those come from whom it passes on. */
class WebircTest {
  private static final String PASSWORD = Needles.PASSWORD;

  @TempDir static Path folder;

  private static RunningServer server;
  private static Peer boss;

  @BeforeAll
  static void start() {
    server =
        RunningServer.start(
            folder,
            "server.listen=[::1]:0,127.0.0.1:0",
            "server.webirc=[{name: web, password: '"
                + PASSWORD
                + "', from: ['::1', 127.0.0.9, 127.0.0.8]}]",
            "accounts.login=optional",
            "limits.connections-per-64=3",
            "operators=[{account: boss, role: admin}]");
    boss = server.door().newIrc("boss");
  }

  @AfterAll
  static void close() {
    boss.hangUp();
    server.close();
  }

  private static Peer from(int last) {
    try {
      InetAddress source = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
      return Peer.connectFrom(source, server.door(1).port(), server.fingerprint())
          .skip("NOTICE * :With openssl, *");
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Peer greeted() {
    return server.door().greeted();
  }

  private static void comesIn(Peer peer, String nick) {
    peer.send("NICK " + nick);
    peer.send("USER " + nick + " 0 * :" + nick);
    peer.await(":* 422 *");
  }

  private static void isRefused(Peer peer, String line, String reason) {
    long before = server.gatewaysRefused();
    peer.send(line);
    peer.expect("ERROR :" + reason);
    peer.expectClosed();
    assertThat(server.gatewaysRefused()).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "one, 2001:db8:5::1, 2001:db8:5::1, :secure local-port=6697, true",
    "two, 0::5, ::5, :secure=anything, true",
    "three, 192.0.2.5, 192.0.2.5, :remote-port=4711, false",
    "four, 192.0.2.6, 192.0.2.6, '', false"
  })
  void theAddressIsTheOneThatTheGatewayNames(
      String nick, String said, String address, String options, boolean isSecure) {
    try (Peer peer = greeted()) {
      peer.send("WEBIRC " + PASSWORD + " web host.example " + said + " " + options);
      comesIn(peer, nick);
      assertThat(boss.ask("USERIP " + nick))
          .containsExactly(":conclave.local 340 boss :" + nick + "=+~" + nick + "@" + address);
      assertThat(boss.ask("WHOIS " + nick).stream().anyMatch(line -> line.contains(" 671 ")))
          .isEqualTo(isSecure);
    }
  }

  @Test
  void aGuestsCloakIsThatOfTheAddress() {
    try (Peer first = greeted();
        Peer second = greeted()) {
      first.send("WEBIRC " + PASSWORD + " web h 192.0.2.20");
      comesIn(first, "ida");
      second.send("WEBIRC " + PASSWORD + " web h 192.0.2.21");
      comesIn(second, "jon");
      assertThat(host("ida")).startsWith("guest/").isNotEqualTo(host("jon"));
    }
  }

  private static String host(String nick) {
    return boss.ask("WHOIS " + nick).stream()
        .filter(line -> line.contains(" 311 "))
        .map(line -> line.split(" ")[5])
        .findFirst()
        .orElseThrow();
  }

  @Test
  void bansAndLimitsAreThoseOfTheAddress() {
    boss.ask("DLINE 192.0.2.66 :no");
    Peer eve = greeted();
    eve.send("WEBIRC " + PASSWORD + " web h 192.0.2.66");
    eve.expect("ERROR :Banned (no)");
    eve.expectClosed();
    for (int i = 0; i < 3; i++) {
      Peer one = greeted();
      one.send("WEBIRC " + PASSWORD + " web h 192.0.2.70");
      one.send("PING x");
      one.expect(":* PONG *");
    }
    Peer more = greeted();
    more.send("WEBIRC " + PASSWORD + " web h 192.0.2.70");
    more.expect("ERROR :Too many connections from your network");
    more.expectClosed();
  }

  @Test
  void whoIsNoGatewayIsNotHeardWhateverItKnows() {
    String reason = "WEBIRC is not for you";
    isRefused(from(2), "WEBIRC " + PASSWORD + " web h 192.0.2.5", reason);
    isRefused(greeted(), "WEBIRC " + PASSWORD + " kiwi h 192.0.2.5", reason);
  }

  @Test
  void aWrongPasswordEndsItAndSoManyAreTooMany() {
    String wrong = "WEBIRC " + Needles.WRONG_PASSWORD + " web h 192.0.2.5";
    for (int i = 0; i < 5; i++) {
      isRefused(from(9), wrong, "Invalid WEBIRC password");
    }
    isRefused(
        from(9),
        "WEBIRC " + PASSWORD + " web h 192.0.2.5",
        "Too many wrong WEBIRC passwords: wait a minute");
    try (Peer other = from(8)) {
      other.send("WEBIRC " + PASSWORD + " web h 192.0.2.5");
      comesIn(other, "otto");
    }
  }

  @ParameterizedTest
  @CsvSource({"NICK late", "CAP LS 302", "WEBIRC PASSWORD web h 192.0.2.7"})
  void itComesFirstAndOnce(String line) {
    Peer peer = greeted();
    peer.send(line.replace("PASSWORD", PASSWORD));
    peer.send("PING x");
    peer.await(":* PONG *");
    // The second one of the two is said from where the first one said.
    String reason =
        line.startsWith("WEBIRC") ? "WEBIRC is not for you" : "WEBIRC must come first, and once";
    isRefused(peer, "WEBIRC " + PASSWORD + " web h 192.0.2.7", reason);
  }

  @ParameterizedTest
  @CsvSource({"example.org", "192.0.2.0/24", "192.0.2.300", "*"})
  void whatIsNoAddressIsNotTaken(String address) {
    isRefused(greeted(), "WEBIRC " + PASSWORD + " web h " + address, "WEBIRC names no address");
  }

  @Test
  void whoIsInCannotMoveAndALineTooShortIsAnswered() {
    boss.send("WEBIRC " + PASSWORD + " web h 192.0.2.7");
    boss.expect(":conclave.local 462 boss :*");
    Peer peer = greeted();
    peer.send("WEBIRC " + PASSWORD + " web h");
    peer.expect(":conclave.local 461 * WEBIRC :*");
    peer.hangUp();
  }
}
