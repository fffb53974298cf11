package conclave.store;

import static conclave.room.Mothers.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conclave.bus.Addresses;
import conclave.bus.NotOwner;
import conclave.cluster.NodeTable;
import conclave.cluster.NodeTable.Entry;
import conclave.config.Secret;
import conclave.config.StoreConfig;
import conclave.handler.Claims;
import conclave.handler.Users.Claim;
import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.name.Source;
import conclave.room.Member;
import conclave.room.Role;
import conclave.shard.Logs;
import conclave.shard.RoomLog;
import conclave.shard.RoomLog.Append;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nodes that share a store keep from each other, and what they find of each other. */
class OwnershipTest {
  private static final int SHARD = Addresses.shardOf("#a");
  private static final Source ALICE = user("alice");

  @TempDir static Path folder;
  private static EmbeddedPostgres server;
  private static Vertx vertx;

  private Store one;
  private Store other;

  @BeforeAll
  static void startTheServer() throws Exception {
    server = EmbeddedPostgres.builder().start();
    vertx = Vertx.vertx();
    Migrations.run(Postgres.at(config()));
  }

  @AfterAll
  static void stopTheServer() throws Exception {
    vertx.close().await();
    server.close();
  }

  private static StoreConfig config() {
    String url = "postgresql://postgres@localhost:" + server.getPort() + "/postgres";
    return new StoreConfig(url, Optional.of(new Secret("postgres")));
  }

  @BeforeEach
  void open() throws SQLException {
    sql("TRUNCATE place, event, chain, shard, member, node, nick, bearer");
    one = Store.open(vertx, config(), folder, 1_000).await();
    other = Store.open(vertx, config(), folder, 1_000).await();
  }

  @AfterEach
  void close() {
    one.close().await();
    other.close().await();
  }

  private static void sql(String text) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  private static RoomLog take(Store store, String node) {
    return take(store.logs(), node, SHARD);
  }

  private static RoomLog take(Logs logs, String node, int shard) {
    return Objects.requireNonNull(logs.take(node, Set.of(shard)).await().get(shard));
  }

  private static Append said(long seq) {
    return Events.append("#a", 1, seq);
  }

  @Test
  void whoOwnsAShardNoLongerAppendsNothingToIt() {
    RoomLog former = take(one, "a");
    former.append(said(1)).await();
    RoomLog owner = take(other, "b");
    assertThatThrownBy(() -> former.append(said(2)).await()).isInstanceOf(NotOwner.class);
    owner.append(said(2)).await();
    assertThat(owner.after(1, 0).await()).hasSize(2);
    assertThat(one.logs().taken("a", Set.of(SHARD)).await()).containsExactly(SHARD);
    assertThat(other.logs().taken("b", Set.of(SHARD)).await()).isEmpty();
  }

  /** A room that keeps nothing takes many sequences at once. */
  @Test
  void howFarALogHasComeIsWhatItHasAndNotWhatWasGiven() {
    RoomLog owner = take(one, "a");
    owner.append(said(1)).await();
    owner.append(new Append("#a", 1, Optional.empty(), List.of(), 1, 10_001, Map.of())).await();
    assertThat(other.logs().heads(Set.of(1L)).await()).isEqualTo(Map.of(1L, 1L));
  }

  @Test
  void aShardThatWasTakenBackHasANewEpoch() {
    RoomLog first = take(one, "a");
    take(other, "b");
    RoomLog third = take(one, "a");
    assertThatThrownBy(() -> first.append(said(1)).await()).isInstanceOf(NotOwner.class);
    third.append(said(1)).await();
  }

  @Test
  void whatOthersOfTheSameCommitAppendIsKept() {
    RoomLog former = take(one, "a");
    int shard = Addresses.shardOf("#b");
    assertThat(shard).isNotEqualTo(SHARD);
    RoomLog still = take(one.logs(), "a", shard);
    take(other, "b");
    Future<Void> refused = former.append(said(1));
    Future<Void> kept = still.append(Events.append("#b", 2, 1));
    Future.join(refused, kept).otherwiseEmpty().await();
    assertThat(refused.cause()).isInstanceOf(NotOwner.class);
    assertThat(kept.succeeded()).isTrue();
  }

  @Test
  void takingWaitsForWhatTheOwnerBeforeHasUnderWay() throws Exception {
    RoomLog former = take(one, "a");
    Future<Void> underWay;
    Future<?> taken;
    try (Connection held = server.getPostgresDatabase().getConnection();
        Statement statement = held.createStatement()) {
      held.setAutoCommit(false);
      statement.execute("LOCK TABLE event IN SHARE MODE");
      underWay = former.append(said(1));
      Awaitility.await().until(() -> isWaiting("INSERT INTO event%"));
      taken = other.logs().take("b", Set.of(SHARD));
      Awaitility.await().until(() -> isWaiting("INSERT INTO shard%"));
      assertThat(taken.isComplete()).isFalse();
      held.rollback();
    }
    underWay.await();
    taken.await();
    assertThat(other.roomLog().after(1, 0).await()).hasSize(1);
  }

  private static boolean isWaiting(String query) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                    + " AND query LIKE '"
                    + query
                    + "'")) {
      return rows.next() && rows.getInt(1) > 0;
    }
  }

  @Test
  void theNextOwnerFindsWhoIsInAndWhen() {
    Member alice = new Member(ALICE, "Alice", Set.of(Role.FOUNDER, Role.VOICE));
    Member bob = new Member(user("bob").asBot(true), "Bob", Set.of());
    Append first = said(1);
    take(one, "a")
        .append(
            new Append(
                "#a",
                1,
                Optional.empty(),
                first.events(),
                0,
                1,
                Map.of("alice", Optional.of(alice), "bob", Optional.of(bob))))
        .await();
    RoomLog owner = take(other, "b");
    RoomLog.Last last = owner.last(1).await();
    assertThat(last.members()).containsExactlyInAnyOrder(alice, bob);
    assertThat(last.time()).isEqualTo(first.events().get(0).stamp().time());
    assertThat(other.logs().inhabited().await()).containsExactly("#a");
    Append second =
        new Append("#a", 1, Optional.empty(), List.of(), 1, 1, Map.of("bob", Optional.empty()));
    owner.append(second).await();
    assertThat(owner.last(1).await().members()).containsExactly(alice);
    assertThat(owner.keepsMembers()).isTrue();
  }

  @Test
  void ofTwoNodesThatWantANickOneGetsIt() {
    Claims a = one.claims("a", text -> text.replace('1', 'l'));
    Claims b = other.claims("b", text -> text.replace('1', 'l'));
    Source guest = new Source(new Nick("alice"), "~a", "guest", Optional.empty());
    assertThat(a.take(guest).await()).isEqualTo(Claim.NEW);
    assertThat(b.take(guest).await()).isEqualTo(Claim.TAKEN);
    assertThat(b.take(guest.withNick(new Nick("a1ice"))).await()).isEqualTo(Claim.TAKEN);
    assertThat(a.isLast(guest.nick()).await()).isTrue();
    a.free(guest.nick()).await();
    assertThat(b.take(guest).await()).isEqualTo(Claim.NEW);
  }

  @Test
  void anAccountsUserIsOnSeveralNodesAndLeavesWithTheLast() {
    Claims a = one.claims("a", text -> text);
    Claims b = other.claims("b", text -> text);
    Source alice = new Source(new Nick("al"), "al", "h", Optional.of(new AccountName("alice")));
    assertThat(a.take(alice).await()).isEqualTo(Claim.NEW);
    assertThat(b.take(alice).await()).isEqualTo(Claim.ATTACHED);
    assertThat(b.takeIfFree(alice).await()).isFalse();
    assertThat(a.isLast(alice.nick()).await()).isFalse();
    a.free(alice.nick()).await();
    assertThat(b.isLast(alice.nick()).await()).isTrue();
    Future<Claim> waits = a.take(alice);
    b.free(alice.nick()).await();
    assertThat(waits.await()).isEqualTo(Claim.NEW);
  }

  @Test
  void whoStaysIsOnTheFirstNodeThatStartsAfterAllHaveEnded() {
    NodeTable nodes = one.nodes();
    Claims a = one.claims("a", text -> text);
    Claims b = other.claims("b", text -> text);
    Claims c = other.claims("c", text -> text);
    Source alice = new Source(new Nick("al"), "al", "h", Optional.of(new AccountName("alice")));
    nodes.beat(new Entry("a", "1", "first"), NodeTable.LIVING_MILLIS).await();
    assertThat(a.take(alice).await()).isEqualTo(Claim.NEW);
    nodes.beat(new Entry("b", "2", "second"), NodeTable.LIVING_MILLIS).await();
    assertThat(b.takeBack(alice).await()).as("while a lives").isFalse();
    nodes.leave("a").await();
    Source eve = new Source(new Nick("al"), "al", "h", Optional.of(new AccountName("eve")));
    assertThat(b.takeBack(eve).await()).isFalse();
    assertThat(b.takeIfFree(alice).await()).as("for a rename").isFalse();
    assertThat(b.takeBack(alice).await()).isTrue();
    assertThat(c.takeBack(alice).await()).as("while b lives").isFalse();
    nodes.close("a").await();
    assertThat(b.isLast(alice.nick()).await()).isTrue();
  }

  @Test
  void theDeadAreBuriedAndTheirUsersFound() throws Exception {
    NodeTable nodes = one.nodes();
    Entry a = new Entry("a", "1", "first");
    Entry b = new Entry("b", "2", "second");
    assertThat(nodes.beat(a, NodeTable.LIVING_MILLIS).await().living()).containsExactly(a);
    assertThat(nodes.beat(b, NodeTable.LIVING_MILLIS).await().living()).containsExactly(a, b);
    one.claims("b", text -> text).take(ALICE).await();
    var members = Map.of("alice", Optional.of(new Member(ALICE, "Alice", Set.of())));
    Append first = new Append("#a", 1, Optional.empty(), said(1).events(), 0, 1, members);
    take(one, "a").append(first).await();
    assertThat(nodes.orphans().await()).isEmpty();
    nodes.leave("b").await();
    assertThat(nodes.beat(a, NodeTable.LIVING_MILLIS).await().living()).containsExactly(a);
    nodes.bury(60_000).await();
    assertThat(nodes.graves().await()).isEmpty();
    nodes.bury(0).await();
    NodeTable.Census census = nodes.beat(b, NodeTable.LIVING_MILLIS).await();
    assertThat(census.isBuried()).isTrue();
    assertThat(census.dead()).doesNotContain("b");
    assertThat(nodes.graves().await()).containsExactly("b");
    assertThat(nodes.orphans().await()).containsExactly(new NodeTable.Orphan("#a", ALICE));
    nodes.close("b").await();
    assertThat(nodes.graves().await()).isEmpty();
    assertThat(nodes.beat(a, NodeTable.LIVING_MILLIS).await().dead()).contains("b");
    assertThat(one.claims("a", text -> text).take(ALICE).await()).isEqualTo(Claim.NEW);
  }

  @Test
  void whoStaysWithoutAConnectionIsAdopted() {
    NodeTable nodes = one.nodes();
    nodes.beat(new Entry("a", "1", "first"), NodeTable.LIVING_MILLIS).await();
    one.claims("b", text -> text).take(ALICE).await();
    nodes.adopt("b", "a", List.of(ALICE.nick())).await();
    assertThat(nodes.graves().await()).isEmpty();
    assertThat(one.claims("a", text -> text).isLast(ALICE.nick()).await()).isTrue();
  }
}
