package conclave.store;

import static conclave.store.Events.append;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.account.Account;
import conclave.account.AccountRole;
import conclave.account.AccountStatus;
import conclave.account.Verifier;
import conclave.handler.Bookmarks;
import conclave.handler.Bookmarks.Reached;
import conclave.handler.Bookmarks.Seat;
import conclave.handler.Residents.Resident;
import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.shard.RoomLog.Append;
import io.vertx.core.Future;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What both stores promise of bookmarks, and of those who stay. */
abstract class ContinuityContract extends MetadataContract {
  private static final AccountName ALICE = new AccountName("Alice");
  private static final Seat DESK = new Seat("alice", 1);
  private static final Seat PHONE = new Seat("alice", 2);

  private void create() {
    Account alice = Account.fresh(ALICE, Verifier.of("secret", 1), AccountRole.MEMBER, 1_000);
    store.accounts().register(alice).await();
  }

  private Optional<Reached> of(Seat seat) {
    return store.bookmarks().of(seat).await();
  }

  @Test
  void whereAConnectionEndedIsStoredBeforeWhatIsSaidNext() {
    Seat open = new Seat("erna", 1);
    Seat over = new Seat("erna", 2);
    store.bookmarks().file(open, new Reached(Map.of(7L, 1L), 1_000), false);
    store.bookmarks().stored(open).await();
    store.bookmarks().file(over, new Reached(Map.of(7L, 2L), 2_000), true);
    store.roomLog().append(Events.append("#a", 1, 1)).await();
    assertThat(store.bookmarks().stored(over).isComplete()).isTrue();
  }

  @Test
  void aBookmarkIsKnownAtOnceAndAfterARestart() {
    Reached reached = new Reached(Map.of(7L, 12L, 8L, 3L), 1_000);
    assertThat(of(DESK)).isEmpty();
    store.bookmarks().file(DESK, new Reached(Map.of(9L, 1L), 500), false);
    store.bookmarks().file(DESK, reached, false);
    store.bookmarks().file(PHONE, new Reached(Map.of(), 2_000), false);
    assertThat(of(DESK)).contains(reached);
    store.close().await();
    openAgain();
    assertThat(of(DESK)).contains(reached);
    assertThat(of(PHONE)).contains(new Reached(Map.of(), 2_000));
  }

  @Test
  void manyThatAreFiledAtOnceAreFewTransactions() {
    Bookmarks bookmarks = store.bookmarks();
    for (int i = 1; i <= 500; i++) {
      bookmarks.file(new Seat("alice", i), new Reached(Map.of(7L, (long) i), i), false);
    }
    long before = store.figures().commits();
    store.close().await();
    assertThat(store.figures().commits() - before).isLessThan(20);
    openAgain();
    assertThat(of(new Seat("alice", 500))).contains(new Reached(Map.of(7L, 500L), 500));
  }

  @Test
  void whatABusyStoreDoesNotTakeIsFiledLater() throws Exception {
    Reached newer = new Reached(Map.of(7L, 9L), 3_000);
    Future<Void> full;
    try (Connection held = holdWriters()) {
      full = log.append(append("#a", 1, LongStream.rangeClosed(1, QUEUE).toArray()));
      store.bookmarks().file(DESK, new Reached(Map.of(7L, 1L), 1_000), false);
      for (int i = 10; i < 1_000; i++) {
        store.bookmarks().file(new Seat("alice", i), new Reached(Map.of(7L, (long) i), i), false);
      }
      store.bookmarks().file(DESK, newer, false);
      assertThat(of(DESK)).contains(newer);
      held.rollback();
    }
    full.await();
    store.close().await();
    openAgain();
    assertThat(of(DESK)).contains(newer);
    assertThat(of(new Seat("alice", 10))).contains(new Reached(Map.of(7L, 10L), 10));
    assertThat(of(new Seat("alice", 999))).contains(new Reached(Map.of(7L, 999L), 999));
  }

  @Test
  void theBookmarksOfASessionThatNobodyComesBackToAreForgotten() {
    long now = System.currentTimeMillis();
    long old = now - TimeUnit.DAYS.toMillis(91);
    store.bookmarks().file(DESK, new Reached(Map.of(7L, 12L), old), false);
    store.bookmarks().file(PHONE, new Reached(Map.of(7L, 12L), now), false);
    store.close().await();
    openAgain();
    store.sessions().expire(now).await();
    assertThat(of(DESK)).isEmpty();
    assertThat(of(PHONE)).isPresent();
  }

  private static Resident resident(String... rooms) {
    return new Resident(ALICE, new Nick("Al"), "al", Optional.empty(), Set.of(rooms));
  }

  @Test
  void whoStaysIsFoundInItsRooms() {
    create();
    log.append(new Append("#den", 7, Optional.empty(), List.of(Events.said("#den", 7, 1)))).await();
    log.append(new Append("#hall", 8, Optional.empty(), List.of(Events.said("#hall", 8, 1))))
        .await();
    assertThat(store.residents().wish(ALICE).await()).isEmpty();
    store.residents().settle(resident("#den")).await();
    store.residents().settle(resident("#den", "#hall", "#never")).await();
    assertThat(store.residents().all().await()).containsExactly(resident("#den", "#hall"));
    store.residents().wish(ALICE, true).await();
    assertThat(store.residents().all().await())
        .containsExactly(
            new Resident(ALICE, new Nick("Al"), "al", Optional.of(true), Set.of("#den", "#hall")));
    store.residents().unsettle(ALICE).await();
    assertThat(store.residents().all().await()).isEmpty();
    assertThat(store.residents().wish(ALICE).await()).contains(true);
    store.residents().wish(ALICE, false).await();
    assertThat(store.residents().wish(ALICE).await()).contains(false);
  }

  @Test
  void anAccountThatIsClosedKeepsNobodyAndOneThatIsDeletedNothing() {
    create();
    store.residents().settle(resident()).await();
    store.residents().wish(ALICE, true).await();
    store.accounts().changeStatus(ALICE, AccountStatus.DISABLED, true).await();
    assertThat(store.residents().all().await()).isEmpty();
    store.accounts().changeStatus(ALICE, AccountStatus.DELETED, true).await();
    store.residents().settle(resident()).await();
    store.bookmarks().file(DESK, new Reached(Map.of(7L, 12L), 1_000), false);
    assertThat(store.residents().wish(ALICE).await()).isEmpty();
    store.close().await();
    openAgain();
    assertThat(of(DESK)).isEmpty();
  }
}
