package conclave.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who logs in after the welcome, while the account's user is here without a connection, goes on as
 * that user.
 */
class BecomingTest {
  private static final String IDENTIFY = "PRIVMSG NickServ :IDENTIFY alice " + Door.PASSWORD;

  @TempDir Path folder;
  private Den den;

  @BeforeEach
  void start() {
    den = new Den(folder, "accounts.grace=1h", "accounts.login=optional");
  }

  @AfterEach
  void close() {
    den.close();
  }

  /** Alice has lost her connection, and something was said since. */
  private void aliceIsAway() {
    Peer alice = den.server().door().newIrc("alice");
    den.comesIn(alice, "alice");
    alice.send("PRIVMSG #den :mine");
    den.bob().expect(":alice!* PRIVMSG #den :mine");
    den.hasHeard(alice);
    den.drops(alice);
    den.bob().send("PRIVMSG #den :one");
    den.bob().send("PRIVMSG alice :for you");
    den.bob().expectNothingMore();
  }

  @Test
  void aGuestIsTheAccountsUserAndGetsWhatWasMissed() {
    aliceIsAway();
    try (Peer guest = den.server().door().guest("al")) {
      guest.send(IDENTIFY);
      guest.expect(":NickServ!* NOTICE al :You are logged in as alice.");
      guest.expect(":conclave.local 900 al *");
      guest.expect(":al!~al@* NICK alice");
      guest.expect(":alice!alice@user/alice JOIN #den");
      guest.expect(":conclave.local 353 alice = #den :~bob alice");
      guest.expect(":conclave.local 366 alice #den *");
      guest.expect(":bob!* PRIVMSG #den :[*] one");
      guest.expect(":bob!* PRIVMSG alice :[*] for you");
      den.bob().send("PRIVMSG #den :two");
      guest.expect(":bob!* PRIVMSG #den :two");
      guest.send("PRIVMSG #den :here");
      den.bob().expect(":alice!*@user/alice PRIVMSG #den :here");
      guest.expectNothingMore();
      den.bob().expectNothingMore();
    }
  }

  @Test
  void bySaslItIsTheSame() {
    aliceIsAway();
    try (Peer guest = den.server().door().guest("al")) {
      guest.send("CAP REQ :sasl");
      guest.expect(":* CAP al ACK :sasl");
      guest.send("AUTHENTICATE PLAIN");
      guest.expect("AUTHENTICATE +");
      guest.send("AUTHENTICATE " + plainOf("alice"));
      guest.skip(":al!~al@* NICK alice");
      guest.expect(":alice!*@user/alice JOIN #den");
      guest.skip(":conclave.local 366 alice #den *");
      guest.expect(":bob!* PRIVMSG #den :[*] one");
      den.bob().expectNothingMore();
    }
  }

  private static String plainOf(String account) {
    byte[] said = ("\0" + account + "\0" + Door.PASSWORD).getBytes(UTF_8);
    return Base64.getEncoder().encodeToString(said);
  }

  @Test
  void theGuestLeavesItsRoomsAndTheUserComesIntoThem() {
    aliceIsAway();
    den.bob().send("JOIN #hall");
    den.bob().skip(":* 366 bob #hall *");
    try (Peer guest = den.server().door().guest("al")) {
      guest.send("JOIN #den,#hall");
      guest.skip(":* 366 al #hall *");
      den.bob().expect(":al!* JOIN #den");
      den.bob().expect(":al!* JOIN #hall");
      den.bob().send("PRIVMSG #hall :heard");
      guest.skip(":bob!* PRIVMSG #hall :heard"); // what was said in #den may come before it
      guest.send(IDENTIFY);
      guest.skip(":conclave.local 900 al *");
      List<String> out = guest.readUntil(":al!~al@* NICK alice");
      assertThat(out).filteredOn(line -> line.endsWith("PART #den :Logged in as alice")).hasSize(1);
      assertThat(out)
          .filteredOn(line -> line.endsWith("PART #hall :Logged in as alice"))
          .hasSize(1);
      guest.expect(":alice!alice@user/alice JOIN #den");
      den.bob().expect(":al!~al@* QUIT :Logged in as alice");
      den.bob().expect(":alice!*@user/alice JOIN #hall");
      den.bob().expectNothingMore();
      hears(
          guest,
          ":alice!*@user/alice JOIN #hall",
          ":conclave.local 353 alice = #hall :~bob alice",
          ":conclave.local 366 alice #hall *",
          ":bob!* PRIVMSG alice :[*] for you");
      den.bob().send("PRIVMSG #hall :together");
      guest.skip(":bob!* PRIVMSG #hall :together");
      guest.expectNothingMore();
    }
  }

  /** What comes for different reasons comes in no order. */
  private static void hears(Peer peer, String... all) {
    List<String> missing = new ArrayList<>(List.of(all));
    while (!missing.isEmpty()) {
      String line = peer.next().orElseThrow();
      missing.removeIf(pattern -> Peer.matches(pattern, line));
    }
  }

  @Test
  void whoIsConnectedElsewhereHasOneMoreConnection() {
    Peer desk = den.server().door().newIrc("alice");
    den.comesIn(desk, "alice");
    try (Peer guest = den.server().door().greeted().plain()) {
      guest.send("/nick al");
      guest.skip("Welcome, al. *");
      guest.send("/login alice");
      guest.expect("The password of alice *");
      guest.send(Door.PASSWORD);
      guest.skip("In #den: *");
      guest.send("hello");
      desk.expect(":alice!* PRIVMSG #den :hello");
      den.bob().expect(":alice!* PRIVMSG #den :hello");
      den.bob().expectNothingMore();
    }
  }
}
