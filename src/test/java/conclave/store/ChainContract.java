package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.Verified;
import conclave.name.RoomName;
import conclave.room.Event;
import conclave.room.Modes;
import conclave.room.RoomState;
import conclave.shard.RoomLog.Append;
import conclave.shard.RoomLog.Stored;
import io.vertx.core.Future;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What both stores promise of chains: whatever is done to a log behind the server's back shows. */
abstract class ChainContract extends RenamingContract {
  private static final int MANY = 1_300;

  /** Verifies the store as the operator does. */
  abstract VerifyStore.Result verifyAll(List<String> found);

  void tamper(String... statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.executeUpdate(each);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  String verified(String room) {
    return store.kept().logs().check(room).await().toString();
  }

  void say(String room, long place, long... seqs) {
    log.append(Events.append(room, place, seqs)).await();
  }

  private void sayMany() {
    say("#a", 1, LongStream.rangeClosed(1, 700).toArray());
    say("#a", 1, LongStream.rangeClosed(701, MANY).toArray());
  }

  private void takeBack(long place, long seq, long taken) {
    Event back = Events.takenBack("#a", place, seq, taken);
    log.append(new Append("#a", place, Optional.empty(), List.of(back))).await();
  }

  private void reopen() {
    store.close().await();
    openAgain();
  }

  @Test
  void aLogIsCompleteHoweverItWasWritten() {
    say("#a", 1, 1, 2, 3);
    say("#b", 2, 1);
    say("#a", 1, 4);
    reopen();
    say("#a", 1, 5, 6);
    assertThat(verified("#a")).isEqualTo("complete and unaltered to #6");
    assertThat(verified("#b")).isEqualTo("complete and unaltered to #1");
    assertThat(verified("#none")).isEqualTo("empty");
  }

  @Test
  void aLogOfManyPagesIsReadToItsEnd() {
    sayMany();
    assertThat(verified("#a")).isEqualTo("complete and unaltered to #1300");
    tamper("DELETE FROM event WHERE seq = 1299");
    assertThat(verified("#a")).isEqualTo("NOT as it was written: #1299 is missing");
  }

  @Test
  void whatWasTakenBackLeavesTheLogCompleteAndNothingOfIt() throws SQLException {
    say("#a", 1, 1, 2, 3);
    takeBack(1, 4, 2);
    takeBack(1, 5, 3);
    say("#a", 1, 6);
    assertThat(verified("#a")).isEqualTo("complete and unaltered to #6");
    assertThat(store.history().messages("#a", Long.MAX_VALUE, 9).await())
        .extracting(event -> event.stamp().seq())
        .containsExactly(1L, 6L);
    store.close().await();
    assertThat(rekey().await().unreadable()).isZero();
    openAgain();
    assertThat(verified("#a")).isEqualTo("complete and unaltered to #6");
  }

  @Test
  void aMessageThatWasTakenBackAndIsPutBackShows() {
    say("#a", 1, 1, 2);
    tamper("CREATE TABLE copy AS SELECT * FROM event WHERE seq = 1");
    takeBack(1, 3, 1);
    tamper("DELETE FROM event WHERE seq = 1", "INSERT INTO event SELECT * FROM copy");
    assertThat(verified("#a"))
        .isEqualTo("NOT as it was written: #1 was removed, and is there again");
  }

  @Test
  void aChangeOfTheKeyLeavesAllChainsWhole() {
    sayMany();
    store.close().await();
    assertThat(rekey().await().rows()).isEqualTo(MANY);
    openAgain();
    assertThat(verified("#a")).isEqualTo("complete and unaltered to #1300");
    say("#a", 1, MANY + 1);
    assertThat(verified("#a")).isEqualTo("complete and unaltered to #1301");
  }

  @Test
  void aRenamedRoomTakesItsChainAlong() {
    RoomState a = RoomState.fresh(new RoomName("#a"), 17, Modes.INITIAL);
    RoomState b = RoomState.fresh(new RoomName("#b"), 17, Modes.INITIAL);
    log.append(new Append("#a", 1, Optional.of(a), List.of(Events.said("#a", 1, 1)))).await();
    Event event =
        new Event.RoomRenamed(
            Events.stamp(1, 2), new RoomName("#a"), Events.ALICE, new RoomName("#b"), "");
    log.append(new Append("#a", 1, Optional.of(b), List.of(event))).await();
    say("#b", 1, 3);
    assertThat(verified("#b")).isEqualTo("complete and unaltered to #3");
    List<String> found = new ArrayList<>();
    assertThat(verifyAll(found)).isEqualTo(new VerifyStore.Result(1, 0));
    assertThat(found).containsExactly("#b: complete and unaltered to #3");
  }

  @Test
  void whatIsNotKeptTakesItsPlaceInTheSequenceAndTheLogIsComplete() {
    say("#a", 1, 1, 2);
    giveWithoutKeeping(1, 2, 5);
    assertThat(verified("#a"))
        .isEqualTo("complete and unaltered to #2, and nothing is kept after that");
    reopen();
    assertThat(log.load("#a").await().map(Stored::seq)).contains(5L);
    giveWithoutKeeping(1, 5, 6);
    log.append(
            new Append("#a", 1, Optional.empty(), List.of(Events.said("#a", 1, 8)), 6, 9, Map.of()))
        .await();
    say("#a", 1, 10);
    assertThat(verified("#a")).isEqualTo("complete and unaltered to #10");
    assertThat(store.history().messages("#a", Long.MAX_VALUE, 9).await()).hasSize(4);
    tamper("DELETE FROM event WHERE seq = 8");
    assertThat(verified("#a")).isEqualTo("NOT as it was written: #3 to #9 are missing");
  }

  void giveWithoutKeeping(long place, long before, long last) {
    log.append(new Append("#a", place, Optional.empty(), List.of(), before, last, Map.of()))
        .await();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE event SET time = time + 1 WHERE seq = 3 | #3 can't be opened: altered, or damaged",
        "UPDATE event SET kind = 10 WHERE seq = 3 | #3 can't be opened: altered, or damaged",
        "UPDATE event SET seq = 10 - seq WHERE seq IN (4, 6)"
            + " | #4 can't be opened: altered, or damaged; #5 does not follow from what is before it;"
            + " #6 can't be opened: altered, or damaged; #7 does not follow from what is before it",
        "DELETE FROM event WHERE seq = 3 | #3 is missing",
        "DELETE FROM event WHERE seq IN (3, 4, 5) | #3 to #5 are missing",
        "DELETE FROM event WHERE seq < 3 | #1 to #2 are missing",
        "DELETE FROM event WHERE seq > 6 | #7 to #8 are missing at the end",
        "DELETE FROM event | #1 to #8 are missing at the end",
        "UPDATE chain SET head_seq = 7, kept_seq = 7 | the chain is gone, or was altered",
        "UPDATE chain SET start_seq = 2 | the chain is gone, or was altered",
        "DELETE FROM chain | the chain is gone, or was altered",
        "UPDATE event SET link = NULL WHERE seq = 3"
            + " | #3 does not follow from what is before it; #4 does not follow from what is before it"
      })
  void whateverIsDoneToALogShows(String done, String shown) {
    say("#a", 1, 1, 2, 3, 4);
    say("#a", 1, 5, 6, 7, 8);
    tamper(done.replace("10 - seq WHERE", "10 - seq + 100 WHERE"));
    tamper("UPDATE event SET seq = seq - 100 WHERE seq > 100");
    assertThat(verified("#a")).isEqualTo("NOT as it was written: " + shown);
    List<String> found = new ArrayList<>();
    assertThat(verifyAll(found)).isEqualTo(new VerifyStore.Result(1, 1));
    assertThat(found).containsExactly("#a: NOT as it was written: " + shown);
  }

  @Test
  void aLogThatWasCutOffGoesOnBehindWhatItHadAndShowsTheGapForEver() {
    say("#a", 1, 1, 2, 3);
    store.close().await();
    tamper("DELETE FROM event WHERE seq > 1");
    openAgain();
    assertThat(log.load("#a").await().map(Stored::seq)).contains(3L);
    say("#a", 1, 4);
    assertThat(verified("#a")).isEqualTo("NOT as it was written: #2 to #3 are missing");
  }

  @Test
  void anOlderStateOfALogThatIsPutBackShowsWhenItGoesOn() {
    say("#a", 1, 1);
    tamper("CREATE TABLE copy AS SELECT * FROM chain");
    say("#a", 1, 2);
    store.close().await();
    tamper("CREATE TABLE second AS SELECT * FROM event WHERE seq = 2");
    tamper("DELETE FROM event WHERE seq = 2", "DELETE FROM chain");
    tamper("INSERT INTO chain SELECT * FROM copy");
    openAgain();
    log.append(new Append("#a", 1, Optional.empty(), List.of(Events.saidAt(5, "#a", 1, 2))))
        .await();
    say("#a", 1, 3);
    assertThat(verified("#a")).isEqualTo("complete and unaltered to #3");
    tamper("DELETE FROM event WHERE seq = 2", "INSERT INTO event SELECT * FROM second");
    assertThat(verified("#a")).contains("#3 does not follow from what is before it");
  }

  @Test
  void aChainThatWasLostBeginsAnewAndSaysSo() {
    say("#a", 1, 1, 2);
    store.close().await();
    tamper("DELETE FROM chain");
    openAgain();
    say("#a", 1, 3);
    say("#a", 1, 4);
    assertThat(verified("#a"))
        .isEqualTo("NOT as it was written: the chain was found altered, and begun anew with #3");
    assertThat(store.history().messages("#a", Long.MAX_VALUE, 9).await()).hasSize(4);
  }

  @Test
  void aLogWithoutItsRoomShows() {
    say("#a", 1, 1);
    say("#b", 2, 1);
    tamper("DELETE FROM place WHERE id = 1");
    List<String> found = new ArrayList<>();
    assertThat(verifyAll(found)).isEqualTo(new VerifyStore.Result(2, 1));
    assertThat(found)
        .containsExactly(
            "#b: complete and unaltered to #1",
            "a log: NOT as it was written: the room or conversation of this log is gone");
  }

  @Test
  void whatIsOlderThanChainsIsNotCoveredAndWhatComesAfterItIs() {
    say("#a", 1, 1, 2, 3);
    say("#b", 2, 1);
    store.close().await();
    tamper(
        "UPDATE event SET link = NULL",
        "DELETE FROM chain",
        "DELETE FROM meta WHERE name = 'chain'");
    openAgain();
    assertThat(log.load("#a").await().map(Stored::seq)).contains(3L);
    assertThat(verified("#b")).isEqualTo("nothing to verify up to #1");
    say("#a", 1, 4);
    takeBack(1, 5, 2);
    assertThat(verified("#a")).isEqualTo("complete and unaltered from #4 to #5");
    reopen();
    assertThat(verified("#a")).isEqualTo("complete and unaltered from #4 to #5");
  }

  @Test
  void moreFlawsThanAreToldAreCounted() {
    say("#a", 1, LongStream.rangeClosed(1, 40).toArray());
    tamper("DELETE FROM event WHERE seq IN (2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24)");
    Verified found = store.kept().logs().check("#a").await();
    assertThat(found.count()).isEqualTo(12);
    assertThat(found.flaws()).hasSize(Verified.MOST_FLAWS);
    assertThat(found.toString()).endsWith("; #20 is missing; and 2 more");
  }

  @Test
  void fewAreVerifiedAtOnce() {
    say("#a", 1, LongStream.rangeClosed(1, 900).toArray());
    say("#a", 1, LongStream.rangeClosed(901, 1_800).toArray());
    List<Future<?>> checks = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      checks.add(store.kept().logs().check("#a"));
    }
    Future.join(checks).otherwiseEmpty().await();
    assertThat(checks).anyMatch(Future::succeeded);
    assertThat(checks).anyMatch(check -> check.cause() instanceof StoreBusy);
    assertThat(verified("#a")).isEqualTo("complete and unaltered to #1800");
  }
}
