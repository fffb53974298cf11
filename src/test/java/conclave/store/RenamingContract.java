package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conclave.name.AccountName;
import conclave.name.RoomName;
import conclave.room.Event;
import conclave.room.Modes;
import conclave.room.RoomState;
import conclave.shard.RoomLog.Append;
import conclave.shard.RoomLog.Stored;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What both stores promise of rooms that get another name. */
abstract class RenamingContract extends ContinuityContract {
  private static final AccountName ALICE = new AccountName("alice");
  private static final AccountName BOB = new AccountName("bob");

  /** Where the key of the store is. */
  abstract Path folder();

  private static RoomState called(String name) {
    return RoomState.fresh(new RoomName(name), 17, Modes.INITIAL);
  }

  static Append founded(String name, long place) {
    return new Append(name, place, Optional.of(called(name)), List.of(Events.said(name, place, 1)));
  }

  static Append renamed(String from, String to, long place, long seq) {
    Event event =
        new Event.RoomRenamed(
            Events.stamp(place, seq), new RoomName(from), Events.ALICE, new RoomName(to), "typo");
    return new Append(from, place, Optional.of(called(to)), List.of(event));
  }

  private List<Long> sequences(String room) {
    return store.history().messages(room, Long.MAX_VALUE, 100).await().stream()
        .map(event -> event.stamp().seq())
        .toList();
  }

  @Test
  void aRoomTakesAllThatItHasAlongAndItsOldNameIsFree() {
    log.append(founded("#a", 1)).await();
    store.metadata().put("#a", "homepage", Optional.of("agora"), done -> {}).await();
    store.readMarkers().advance(ALICE, "#a", 1_000, told -> {}).await();
    log.append(renamed("#a", "#b", 1, 2)).await();
    log.append(Events.append("#b", 1, 3)).await();
    assertThat(log.load("#a").await()).isEmpty();
    assertThat(log.load("#b").await()).contains(new Stored(1, Optional.of(called("#b")), 3));
    assertThat(sequences("#a")).isEmpty();
    assertThat(sequences("#b")).containsExactly(1L, 3L);
    assertThat(store.metadata().of("#a").await()).isEmpty();
    assertThat(store.metadata().of("#b").await()).isEqualTo(Map.of("homepage", "agora"));
    assertThat(store.readMarkers().of(ALICE, "#a").await()).isZero();
    assertThat(store.readMarkers().of(ALICE, "#b").await()).isEqualTo(1_000);
    log.append(founded("#a", 2)).await();
    assertThat(sequences("#a")).containsExactly(1L);
    assertThat(sequences("#b")).containsExactly(1L, 3L);
  }

  @Test
  void whatWasLeftUnderTheNewNameGoes() {
    log.append(founded("#a", 1)).await();
    store.metadata().put("#b", "homepage", Optional.of("nobody's"), done -> {}).await();
    store.readMarkers().advance(ALICE, "#a", 1_000, told -> {}).await();
    store.readMarkers().advance(ALICE, "#b", 2_000, told -> {}).await();
    store.readMarkers().advance(BOB, "#b", 2_000, told -> {}).await();
    log.append(renamed("#a", "#b", 1, 2)).await();
    assertThat(store.metadata().of("#b").await()).isEmpty();
    assertThat(store.readMarkers().of(ALICE, "#b").await()).isEqualTo(1_000);
    assertThat(store.readMarkers().of(BOB, "#b").await()).isZero();
  }

  @Test
  void aNameThatAnotherHasIsRefusedAndNothingOfItIsKept() {
    log.append(founded("#a", 1)).await();
    log.append(founded("#b", 2)).await();
    store.metadata().put("#b", "homepage", Optional.of("b's"), done -> {}).await();
    assertThatThrownBy(() -> log.append(renamed("#a", "#b", 1, 2)).await())
        .isInstanceOf(StoreUnavailable.class);
    assertThat(log.load("#a").await()).contains(new Stored(1, Optional.of(called("#a")), 1));
    assertThat(log.load("#b").await()).contains(new Stored(2, Optional.of(called("#b")), 1));
    assertThat(store.metadata().of("#b").await()).isEqualTo(Map.of("homepage", "b's"));
  }

  @Test
  void anotherCaseIsTheSameKey() {
    log.append(founded("#a", 1)).await();
    Event event =
        new Event.RoomRenamed(
            Events.stamp(1, 2), new RoomName("#a"), Events.ALICE, new RoomName("#A"), "");
    log.append(new Append("#a", 1, Optional.of(called("#A")), List.of(event))).await();
    assertThat(log.load("#a").await()).contains(new Stored(1, Optional.of(called("#A")), 2));
  }

  @Test
  void whatWasSealedWithItsKeyIsReadUnderEveryNameAndSealedAnewByRekey() throws Exception {
    log.append(founded("#a", 1)).await();
    log.append(Events.append("#a", 1, 2, 3)).await();
    sealAsBefore("#a", 1);
    assertThat(log.load("#a").await()).contains(new Stored(1, Optional.of(called("#a")), 3));
    assertThat(sequences("#a")).containsExactly(1L, 2L, 3L);
    log.append(Events.append("#a", 1, 4)).await();
    log.append(renamed("#a", "#b", 1, 5)).await();
    log.append(renamed("#b", "#c", 1, 6)).await();
    assertThat(sequences("#c")).containsExactly(1L, 2L, 3L, 4L);
    assertThat(sealedAsBefore()).isEqualTo(3);
    store.close().await();
    assertThat(rekey().await().unreadable()).isZero();
    openAgain();
    assertThat(sealedAsBefore()).isZero();
    assertThat(log.load("#c").await()).contains(new Stored(1, Optional.of(called("#c")), 6));
    assertThat(sequences("#c")).containsExactly(1L, 2L, 3L, 4L);
  }

  private Sealing sealing() {
    return KeyFile.of(Folder.EMBEDDED, folder()).read();
  }

  private long sealedAsBefore() throws Exception {
    try (Connection connection = holdWriters();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM event WHERE binding = 0")) {
      rows.next();
      long count = rows.getLong(1);
      connection.rollback();
      return count;
    }
  }

  /** As releases did in which a room was its name. */
  void sealAsBefore(String key, long place) throws Exception {
    Sealing sealing = sealing();
    try (Connection connection = holdWriters();
        Statement statement = connection.createStatement()) {
      for (long seq : LongStream.rangeClosed(1, 3).toArray()) {
        resealEvent(connection, sealing, key, place, seq);
      }
      byte[] state = bytes(statement.executeQuery("SELECT state FROM place WHERE id = " + place));
      byte[] clear = sealing.open(state, Bound.toState(place));
      update(
          connection,
          "UPDATE place SET state = ?, binding = 0, first_key = '" + key + "' WHERE id = " + place,
          sealing.seal(clear, Bound.toState(key, place)));
      connection.commit();
    }
  }

  private static void resealEvent(
      Connection connection, Sealing sealing, String key, long place, long seq)
      throws SQLException {
    String where = " WHERE place = " + place + " AND seq = " + seq;
    try (Statement statement = connection.createStatement()) {
      byte[] body = bytes(statement.executeQuery("SELECT body FROM event" + where));
      long time = Events.stamp(place, seq).time();
      int kind = EventKind.SAID.code();
      byte[] clear = sealing.open(body, Bound.toEvent(place, seq, time, kind));
      update(
          connection,
          "UPDATE event SET body = ?, binding = 0" + where,
          sealing.seal(clear, Bound.toEvent(key, place, seq, time, kind)));
    }
  }

  private static byte[] bytes(ResultSet rows) throws SQLException {
    try (rows) {
      rows.next();
      return rows.getBytes(1);
    }
  }

  private static void update(Connection connection, String sql, byte[] value) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setBytes(1, value);
      statement.executeUpdate();
    }
  }
}
