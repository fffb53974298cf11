package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.account.Account;
import conclave.account.AccountRole;
import conclave.account.AccountStatus;
import conclave.account.Verifier;
import conclave.handler.ReadMarkers;
import conclave.name.AccountName;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What both stores promise of read markers. */
abstract class MarkerContract extends IdentityContract {
  private static final AccountName ALICE = new AccountName("Alice");
  private static final AccountName BOB = new AccountName("bob");

  private long readBy(AccountName account, String target) {
    return store.readMarkers().of(account, target).await();
  }

  @Test
  void aMarkerGoesForwardOnly() {
    ReadMarkers markers = store.readMarkers();
    assertThat(readBy(ALICE, "#den")).isZero();
    assertThat(markers.advance(ALICE, "#den", 1_000, told -> {}).await()).isEqualTo(1_000);
    assertThat(markers.advance(ALICE, "#den", 900, told -> {}).await()).isEqualTo(1_000);
    assertThat(markers.advance(ALICE, "#den", 1_100, told -> {}).await()).isEqualTo(1_100);
    assertThat(readBy(ALICE, "#den")).isEqualTo(1_100);
    assertThat(readBy(ALICE, "#hall")).isZero();
    assertThat(readBy(BOB, "#den")).isZero();
  }

  @Test
  void whatIsMarkedAtOnceIsAllKept() {
    ReadMarkers markers = store.readMarkers();
    List<Future<Long>> marked = new ArrayList<>();
    for (int i = 1; i <= 600; i++) {
      marked.add(markers.advance(ALICE, "#den", i, told -> {}));
      marked.add(markers.advance(BOB, "#den", 601 - i, told -> {}));
    }
    Future.all(marked).await();
    assertThat(readBy(ALICE, "#den")).isEqualTo(600);
    assertThat(readBy(BOB, "#den")).isEqualTo(600);
    assertThat(marked.get(1).await()).isEqualTo(600);
    assertThat(marked.get(marked.size() - 1).await()).isEqualTo(600);
    assertThat(store.figures().commits()).isLessThan(10);
  }

  @Test
  void howFarOneHasReadIsToldInItsOrder() {
    ReadMarkers markers = store.readMarkers();
    List<Long> told = Collections.synchronizedList(new ArrayList<>());
    List<Future<Long>> marked = new ArrayList<>();
    for (int i = 1; i <= 1_200; i++) {
      marked.add(markers.advance(ALICE, "#den", i, told::add));
    }
    Future.all(marked).await();
    assertThat(told).hasSize(1_200).isSorted();
  }

  @Test
  void markersOfTheLongestAgoGiveWay() {
    ReadMarkers markers = store.readMarkers();
    List<Future<Long>> marked = new ArrayList<>();
    for (int i = 1; i <= ReadMarkers.MAX; i++) {
      marked.add(markers.advance(ALICE, "#room" + i, 10_000 + i, told -> {}));
    }
    Future.all(marked).await();
    assertThat(readBy(ALICE, "#room1")).isEqualTo(10_001);
    // Even one that is older than all others is the one that was asked for last.
    assertThat(markers.advance(ALICE, "#old", 5, told -> {}).await()).isEqualTo(5);
    assertThat(readBy(ALICE, "#room1")).isZero();
    assertThat(readBy(ALICE, "#room2")).isEqualTo(10_002);
    assertThat(markers.advance(ALICE, "#new", 20_000, told -> {}).await()).isEqualTo(20_000);
    assertThat(readBy(ALICE, "#old")).isZero();
    assertThat(readBy(ALICE, "#room2")).isEqualTo(10_002);
  }

  @Test
  void aDeletedAccountHasReadNothing() {
    Account account = Account.fresh(ALICE, Verifier.of("secret", 1), AccountRole.MEMBER, 1);
    accounts.register(account).await();
    store.readMarkers().advance(ALICE, "#den", 7, told -> {}).await();
    store.readMarkers().advance(BOB, "#den", 7, told -> {}).await();
    accounts.changeStatus(ALICE, AccountStatus.DELETED, false).await();
    assertThat(readBy(ALICE, "#den")).isZero();
    assertThat(readBy(BOB, "#den")).isEqualTo(7);
    // Its connections may not have been closed yet.
    store.readMarkers().advance(ALICE, "#den", 8, told -> {}).await();
    assertThat(readBy(ALICE, "#den")).isZero();
  }

  @Test
  void markersSurviveTheServer() {
    store.readMarkers().advance(ALICE, "bob", 42, told -> {}).await();
    store.close().await();
    openAgain();
    assertThat(readBy(ALICE, "bob")).isEqualTo(42);
  }
}
