package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.name.AccountName;
import conclave.name.RoomName;
import conclave.room.Modes;
import conclave.room.RoomState;
import conclave.shard.RoomLog.Append;
import conclave.shard.RoomLog.Stored;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store whose rooms were folded by ASCII alone is opened. */
class RefoldingTest {
  private static final int MANY = 1_200;
  private static final String OLD = "#cafÉ";
  private static final String KEY = "#café";
  private static final AccountName ALICE = new AccountName("alice");

  private final Vertx vertx = Vertx.vertx();
  @TempDir Path path;
  private Folder folder;

  @BeforeEach
  void useTheFolder() {
    folder = new Folder(vertx, path);
  }

  @AfterEach
  void closeVertx() {
    vertx.close().await();
  }

  /** As the first release would have left it. */
  private void left(Store store) {
    store.close().await();
    folder.tamper("DELETE FROM meta WHERE name = 'fold'");
  }

  private static RoomState state(String name) {
    return RoomState.fresh(new RoomName(name), 17, Modes.INITIAL);
  }

  private static void place(Store store, String key, long id, int events) {
    store.roomLog().append(new Append(key, id, Optional.of(state(key)), List.of())).await();
    long[] seqs = LongStream.rangeClosed(1, events).toArray();
    store.roomLog().append(Events.append(key, id, seqs)).await();
  }

  @Test
  void aRoomIsFoundUnderItsNewKeyWithAllThatIsKeptOfIt() {
    Store before = folder.open();
    place(before, OLD, 7, MANY);
    before.metadata().put(OLD, "url", Optional.of("https://x"), outcome -> {}).await();
    before.readMarkers().advance(ALICE, OLD, 5, reached -> {}).await();
    left(before);
    Store after = folder.open();
    assertThat(after.roomLog().load(KEY).await())
        .contains(new Stored(7, Optional.of(state(OLD)), MANY));
    assertThat(after.roomLog().load(OLD).await()).isEmpty();
    assertThat(after.history().messages(KEY, Long.MAX_VALUE, MANY * 2).await()).hasSize(MANY);
    assertThat(after.metadata().of(KEY).await()).containsEntry("url", "https://x");
    assertThat(after.readMarkers().of(ALICE, KEY).await()).isEqualTo(5);
    assertThat(after.figures().unreadable()).isZero();
    after.close().await();
  }

  @Test
  void ofTwoRoomsThatAreOneNowTheOtherIsLeftAlone() {
    Store before = folder.open();
    place(before, OLD, 7, 2);
    place(before, KEY, 8, 3);
    place(before, "#lobby", 9, 1);
    left(before);
    Store after = folder.open();
    assertThat(after.roomLog().load(KEY).await()).map(Stored::id).contains(8L);
    assertThat(after.history().messages(OLD, Long.MAX_VALUE, 9).await()).hasSize(2);
    assertThat(after.roomLog().load("#lobby").await()).map(Stored::id).contains(9L);
    after.close().await();
  }

  @Test
  void theOlderOfTwoGetsTheKey() {
    Store before = folder.open();
    place(before, "#Éà", 7, 1);
    place(before, "#éÀ", 8, 1);
    left(before);
    folder.tamper("UPDATE event SET time = time - 1 WHERE place = 8");
    Store after = folder.open();
    assertThat(after.roomLog().load("#éà").await()).map(Stored::id).contains(8L);
    after.close().await();
  }

  @Test
  void itIsDoneOnce() {
    Store before = folder.open();
    place(before, OLD, 7, 1);
    before.close().await();
    Store after = folder.open();
    assertThat(after.history().messages(OLD, Long.MAX_VALUE, 9).await()).hasSize(1);
    after.close().await();
  }
}
