package conclave.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.bus.Everyone;
import conclave.bus.PresenceNews;
import conclave.command.User;
import conclave.handler.Claims;
import conclave.handler.Users.Claim;
import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who comes to one node while its user is renamed on another. */
class SettlingTest {
  private static final RoomName ROOM = new RoomName("#den");

  private final UserDirectory here = directory(Claim.ATTACHED);
  private final UserDirectory there = directory(Claim.NEW);
  private final List<PresenceNews> underWay = new ArrayList<>();
  private final Neighbours ofHere = new Neighbours("here", (address, news) -> {}, here);
  private final Everyone slow = (address, news) -> underWay.add((PresenceNews) news);
  private final Neighbours ofThere = new Neighbours("there", slow, there);

  private static UserDirectory directory(Claim shared) {
    Claims claims =
        new Claims() {
          @Override
          public Future<Claim> take(Source user) {
            return Future.succeededFuture(shared);
          }

          @Override
          public Future<Boolean> takeIfFree(Source user) {
            return Future.succeededFuture(true);
          }

          @Override
          public Future<Boolean> isLast(Nick nick) {
            return Future.succeededFuture(true);
          }

          @Override
          public Future<Void> free(Nick nick) {
            return Future.succeededFuture();
          }
        };
    return new UserDirectory(new GatewayFigures(), event -> {}, nick -> nick, claims);
  }

  private static User user(String nick, Optional<AccountName> account) {
    Source source = new Source(new Nick(nick), nick, "user/" + nick, account);
    return new User(source, nick, 1, false, true, Set.of());
  }

  private void allComesThrough() {
    List<PresenceNews> all = List.copyOf(underWay);
    underWay.clear();
    all.forEach(ofHere::learn);
  }

  @Test
  void waitsUntilTheRoomsKnowItAndThenKnowsTheRooms() {
    ofHere.learn(ofThere.all());
    ofHere.settleBy(
        nick -> ofThere.settled(nick).compose(told -> ofHere.heard(told.node(), told.number())));
    Nick guest = new Nick("guest");
    User alice = user("alice", Optional.of(new AccountName("alice")));
    there.claim(user("guest", Optional.empty()), "c1");
    there.entered(guest, ROOM);
    Promise<Void> told = Promise.promise();
    Future<Boolean> renamed = there.rename(guest, alice.source(), told::future);

    Future<Claim> claim = here.claim(alice, "c2");
    assertThat(claim.isComplete()).as("the rooms are not told yet").isFalse();
    told.complete();
    assertThat(renamed.result()).isTrue();
    assertThat(claim.isComplete()).as("what is under way has not come through").isFalse();
    allComesThrough();
    assertThat(claim.result()).isEqualTo(Claim.ATTACHED);
    assertThat(here.roomsOf(new Nick("alice"))).containsExactly(ROOM);
  }

  @Test
  void aNodeThatDiesIsWaitedForNoLonger() {
    Future<Void> heard = ofHere.heard("there", 7);
    assertThat(heard.isComplete()).isFalse();
    ofHere.forget("there");
    assertThat(heard.succeeded()).isTrue();
  }

  @Test
  void soManyWaitAndNoMore() {
    List<Future<Void>> waiting = new ArrayList<>();
    for (int i = 0; i < Waiters.MOST; i++) {
      waiting.add(ofHere.heard("there", 7));
    }
    assertThat(ofHere.heard("there", 7).succeeded()).isTrue();
    assertThat(waiting).noneMatch(Future::isComplete);
    ofHere.forget("there");
    assertThat(waiting).allMatch(Future::succeeded);
  }

  @Test
  void whoStaysIsAdoptedFromADeadNodeUnlessItIsHereAnyway() {
    Nick nick = new Nick("alice");
    User alice = user("alice", Optional.of(new AccountName("alice")));
    there.claim(alice, "c1");
    there.resides(nick, true);
    allComesThrough();
    assertThat(ofHere.adopt("there")).containsExactly(nick);
    here.claim(alice, "c2");
    ofHere.learn(ofThere.all());
    assertThat(ofHere.adopt("there")).as("it is written down here already").isEmpty();
  }

  @Test
  void whoIsOnAnotherNodeTooIsNotRenamed() {
    Optional<AccountName> account = Optional.of(new AccountName("alice"));
    there.claim(user("alice", account), "c1");
    here.claim(user("alice", account), "c2");
    allComesThrough();
    Source other = user("alicia", account).source();
    Future<Boolean> renamed = here.rename(new Nick("alice"), other, Future::succeededFuture);
    assertThat(renamed.result()).isFalse();
  }
}
