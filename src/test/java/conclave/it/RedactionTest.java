package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.config.StoreConfig;
import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.Event;
import conclave.room.Event.Said;
import conclave.room.Modes;
import conclave.room.Origin;
import conclave.room.RoomState;
import conclave.room.SayKind;
import conclave.room.Stamp;
import conclave.shard.RoomLog;
import conclave.store.Store;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** IRCv3 message-redaction, with the ids that the server has given. */
class RedactionTest {
  private static final String[] CAPABILITIES = {
    "message-tags", "draft/message-redaction", "echo-message"
  };

  @TempDir Path data;

  private static String id(String line) {
    return line.substring("@msgid=".length(), line.indexOf(' '));
  }

  private static String says(Peer peer, String name, String text) {
    peer.send("PRIVMSG #den :" + text);
    return id(peer.await("@msgid=* :" + name + "!*@* PRIVMSG #den :" + text));
  }

  /** What alice has said in a room that was there before the server was. */
  private void said(long... times) {
    RoomName den = new RoomName("#den");
    Source alice =
        new Source(new Nick("alice"), "al", "here", Optional.of(new AccountName("alice")));
    List<Event> events = new ArrayList<>();
    for (long time : times) {
      int seq = events.size() + 1;
      Stamp stamp = new Stamp(1, seq, time, new Origin("c", seq));
      events.add(new Said(stamp, den, alice, SayKind.PRIVMSG, "message " + seq));
    }
    Vertx vertx = Vertx.vertx();
    StoreConfig embedded = new StoreConfig("embedded", Optional.empty());
    Store store = Store.open(vertx, embedded, data, 100).await();
    Optional<RoomState> state = Optional.of(RoomState.fresh(den, 1, Modes.INITIAL));
    store.roomLog().append(new RoomLog.Append(den.key(), 1, state, events)).await();
    store.close().await();
    vertx.close().await();
  }

  @Test
  void anAuthorTakesBackForADayAndNoLonger() {
    long day = Duration.ofDays(1).toMillis();
    long now = System.currentTimeMillis();
    said(now - day - 1, now - day / 2);
    try (RunningServer server = RunningServer.start(data)) {
      Peer bob = server.door().newIrc("bob", CAPABILITIES);
      bob.send("JOIN #den").await(":* 366 *");
      Peer alice = server.door().newIrc("alice", CAPABILITIES);
      alice.send("JOIN #den");
      String old = id(alice.await("@msgid=* PRIVMSG #den :[*] message 1"));
      String young = id(alice.await("@msgid=* PRIVMSG #den :[*] message 2"));
      alice.send("REDACT #den " + old);
      alice.await(":* FAIL REDACT REDACT_WINDOW_EXPIRED #den " + old + " 86400 :*");
      alice.send("REDACT #den " + young);
      alice.expect("@msgid=* :alice!alice@user/alice REDACT #den " + young);
      // Who leads the room may, however old it is.
      bob.send("REDACT #den " + old);
      alice.expect("@msgid=* :bob!bob@user/bob REDACT #den " + old);
    }
  }

  @Test
  void authorsAndOperatorsTakeBackWhatWasSaidAndHistoryHasItNoMore() {
    try (RunningServer server = RunningServer.start(data)) {
      Peer alice = server.door().newIrc("alice", CAPABILITIES);
      alice.send("JOIN #den").await(":* 366 *");
      Peer bob = server.door().newIrc("bob", CAPABILITIES);
      bob.send("JOIN #den").await(":* 366 *");
      String first = says(alice, "alice", "first");
      String second = says(bob, "bob", "second");
      says(bob, "bob", "third");
      bob.send("REDACT #den " + first);
      bob.await(":* FAIL REDACT REDACT_FORBIDDEN #den " + first + " :*");
      alice.send("REDACT #den " + first);
      bob.await("@msgid=* :alice!alice@user/alice REDACT #den " + first);
      alice.send("REDACT #den " + second + " :no spam");
      bob.await("@msgid=* :alice!alice@user/alice REDACT #den " + second + " :no spam");
      alice.await("@msgid=* :alice!alice@user/alice REDACT #den " + second + " :no spam");
      alice.send("REDACT #den " + second);
      alice.await(":* FAIL REDACT UNKNOWN_MSGID #den " + second + " :*");
      Peer carol = server.door().newPlain("carol");
      carol.send("/join den").await("--- #den, *");
      assertThat(carol.readUntil("--- now")).hasSize(2).first().asString().endsWith("bob: third");
    }
  }
}
