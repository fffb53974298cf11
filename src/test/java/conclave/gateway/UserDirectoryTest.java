package conclave.gateway;

import static conclave.room.Mothers.NOW;
import static conclave.room.Mothers.guest;
import static conclave.room.Mothers.user;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.Counts;
import conclave.command.User;
import conclave.command.UserEvent;
import conclave.handler.Claims;
import conclave.handler.Users.Claim;
import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class UserDirectoryTest {
  private static final Nick ALICE = new Nick("alice");

  private final List<UserEvent> told = new ArrayList<>();
  private final UserDirectory users =
      new UserDirectory(
          new GatewayFigures(), told::add, nick -> nick.replace('1', 'l'), Claims.NONE);

  private static User here(Source source) {
    return new User(source, "R", NOW, false, true, Set.of());
  }

  private static Source as(String nick) {
    return guest("alice").withNick(new Nick(nick));
  }

  private Claim claim(Source source, String connection) {
    return users.claim(here(source), connection).result();
  }

  private boolean rename(Nick from, Source to) {
    return users.rename(from, to, Future::succeededFuture).result();
  }

  @Test
  void ofTwoWhoClaimANickTheFirstHasIt() {
    assertThat(claim(guest("alice"), "c1")).isEqualTo(Claim.NEW);
    assertThat(claim(guest("ALICE"), "c2")).isEqualTo(Claim.TAKEN);
    assertThat(claim(user("alice"), "c3")).isEqualTo(Claim.TAKEN);
    assertThat(users.find(new Nick("Alice"))).map(User::source).contains(guest("alice"));
    assertThat(users.all()).hasSize(1);
  }

  @Test
  void whoLooksLikeSomebodyHereIsRefusedUntilThatOneIsGone() {
    claim(guest("alice"), "c1");
    assertThat(claim(guest("a1ice"), "c2")).isEqualTo(Claim.TAKEN);
    assertThat(claim(guest("bob"), "c3")).isEqualTo(Claim.NEW);
    assertThat(rename(new Nick("bob"), as("a1ice"))).isFalse();
    assertThat(rename(ALICE, as("a1ice"))).isTrue();
    assertThat(rename(new Nick("bob"), as("alice"))).isFalse();
    assertThat(rename(new Nick("a1ice"), as("carol"))).isTrue();
    assertThat(rename(new Nick("bob"), as("alice"))).isTrue();
    users.release(ALICE, "c3", stays -> false);
    users.gone(ALICE);
    assertThat(claim(guest("al1ce"), "c4")).isEqualTo(Claim.NEW);
    assertThat(users.all()).hasSize(2);
  }

  @Test
  void anAccountsNameIsItsUsersWhateverOthersLookLike() {
    claim(guest("a1ice"), "c1");
    assertThat(claim(user("alice"), "c2")).isEqualTo(Claim.NEW);
  }

  @Test
  void twoConnectionsOfOneAccountAreOneUser() {
    assertThat(claim(user("alice"), "c1")).isEqualTo(Claim.NEW);
    assertThat(claim(user("alice"), "c2")).isEqualTo(Claim.ATTACHED);
    assertThat(users.release(ALICE, "c1", stays -> false)).isEmpty();
    assertThat(users.find(ALICE)).isPresent();
    assertThat(users.release(ALICE, "c2", stays -> false)).isPresent();
  }

  @Test
  void anotherAccountDoesNotShareANick() {
    claim(user("alice"), "c1");
    Source other = new Source(ALICE, "x", "user/bob", Optional.of(new AccountName("bob")));
    assertThat(claim(other, "c2")).isEqualTo(Claim.TAKEN);
  }

  @Test
  void aReleaseByWhoDoesNotBearTheNickChangesNothing() {
    claim(user("alice"), "c1");
    assertThat(users.release(ALICE, "c9", stays -> false)).isEmpty();
    assertThat(users.release(new Nick("bob"), "c1", stays -> false)).isEmpty();
    assertThat(users.release(ALICE, "c1", stays -> false)).isPresent();
  }

  @Test
  void aNickIsFreeWhenItsLastBearersDepartureHasBeenTold() {
    claim(user("alice"), "c1");
    users.release(ALICE, "c1", stays -> false);
    Future<Claim> waiting = users.claim(here(guest("alice")), "c2");
    Future<Claim> sameAccount = users.claim(here(user("alice")), "c3");
    assertThat(waiting.isComplete()).isFalse();
    assertThat(sameAccount.isComplete()).isFalse();
    users.gone(ALICE);
    assertThat(waiting.result()).isEqualTo(Claim.NEW);
    assertThat(sameAccount.result()).isEqualTo(Claim.TAKEN);
  }

  @Test
  void whoWaitsForANickGoesOnWhereItWaited() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      claim(guest("alice"), "c1");
      users.release(ALICE, "c1", stays -> false);
      Context loop = vertx.getOrCreateContext();
      Promise<Void> waits = Promise.promise();
      Promise<Boolean> isOnItsLoop = Promise.promise();
      loop.runOnContext(
          now -> {
            users
                .claim(here(guest("alice")), "c2")
                .onComplete(claim -> isOnItsLoop.complete(Vertx.currentContext() == loop));
            waits.complete();
          });
      waits.future().await(5, TimeUnit.SECONDS);
      users.gone(ALICE);
      assertThat(isOnItsLoop.future().await(5, TimeUnit.SECONDS)).isTrue();
    } finally {
      vertx.close().await();
    }
  }

  @Test
  void aNickIsGivenUpForAFreeOne() {
    claim(guest("alice"), "c1");
    claim(guest("bob"), "c2");
    assertThat(rename(ALICE, as("BOB"))).isFalse();
    assertThat(users.find(ALICE)).isPresent();
    assertThat(rename(ALICE, as("Alice"))).isTrue();
    assertThat(rename(ALICE, as("carl"))).isTrue();
    assertThat(users.find(ALICE)).isEmpty();
    assertThat(users.find(new Nick("CARL")))
        .map(u -> u.source().mask())
        .contains("carl!~alice@guest/0a1b2c");
    assertThat(rename(ALICE, as("dora"))).isFalse();
    assertThat(claim(guest("alice"), "c3")).isEqualTo(Claim.NEW);
  }

  @Test
  void theRoomsOfAUserAreKnown() {
    claim(user("alice"), "c1");
    users.entered(ALICE, new RoomName("#a"));
    users.entered(ALICE, new RoomName("#b"));
    users.left(ALICE, new RoomName("#a"));
    assertThat(users.find(ALICE).orElseThrow().rooms()).containsExactly(new RoomName("#b"));
    users.entered(new Nick("nobody"), new RoomName("#a"));
    assertThat(users.counts()).isEqualTo(new Counts(1, 0, 0, 0, 1, 1, 1, 1, 1, 0));
  }

  @Test
  void theMostThatWereHereAtOnceAreRemembered() {
    claim(guest("a"), "c1");
    claim(guest("b"), "c2");
    users.release(new Nick("a"), "c1", stays -> false);
    users.gone(new Nick("a"));
    assertThat(users.counts().users()).isEqualTo(1);
    assertThat(users.counts().most()).isEqualTo(2);
  }

  private List<String> awayTexts() {
    return told.stream()
        .filter(event -> event instanceof UserEvent.AwayChanged)
        .map(event -> ((UserEvent.AwayChanged) event).text().orElse("here"))
        .toList();
  }

  @Test
  void aUserIsAwayWhenAllConnectionsAre() {
    claim(user("alice"), "c1");
    claim(user("alice"), "c2");
    users.away(ALICE, "c1", Optional.of("tea"));
    assertThat(awayTexts()).isEmpty();
    users.away(ALICE, "c2", Optional.of("*"));
    assertThat(users.find(ALICE).flatMap(User::away)).contains("tea");
    users.away(ALICE, "c2", Optional.empty());
    users.release(ALICE, "c2", stays -> false);
    assertThat(awayTexts()).containsExactly("tea", "here", "tea");
    users.away(ALICE, "c9", Optional.empty());
    assertThat(users.find(ALICE).flatMap(User::away)).contains("tea");
  }

  @Test
  void anAutomaticConnectionDoesNotMakeAnybodyPresent() {
    claim(user("alice"), "c1");
    users.linked(ALICE, "c1", new Presence.Link("::1", Optional.empty(), Optional.of("*")));
    assertThat(users.find(ALICE).flatMap(User::away)).contains("Away");
    claim(user("alice"), "c2");
    users.linked(ALICE, "c2", new Presence.Link("::2", Optional.empty(), Optional.of("*")));
    assertThat(awayTexts()).containsExactly("Away");
    assertThat(users.addresses(ALICE)).containsExactly("::1", "::2");
  }

  @Test
  void comingsAndGoingsAreTold() {
    claim(guest("alice"), "c1");
    rename(ALICE, as("carl"));
    users.release(new Nick("carl"), "c1", stays -> false);
    users.gone(new Nick("carl"));
    assertThat(told)
        .containsExactly(
            new UserEvent.CameIn(guest("alice")),
            new UserEvent.NickChanged(guest("alice"), new Nick("carl")),
            new UserEvent.WentOut(guest("alice").withNick(new Nick("carl"))));
    assertThat(users.formerly(ALICE)).hasSize(1);
    assertThat(users.formerly(new Nick("CARL"))).hasSize(1);
  }

  @Test
  void soManyFormerUsersAreRememberedAndNoMore() {
    for (int i = 0; i <= FormerUsers.MAX; i++) {
      claim(guest("u" + i), "c" + i);
      users.release(new Nick("u" + i), "c" + i, stays -> false);
      users.gone(new Nick("u" + i));
    }
    assertThat(users.formerly(new Nick("u0"))).isEmpty();
    assertThat(users.formerly(new Nick("u1"))).hasSize(1);
    assertThat(users.all()).isEmpty();
  }

  @Test
  void whoStaysIsHereWithoutAConnectionUntilItComesBackOrLeaves() {
    claim(user("alice"), "c1");
    Presence left = users.release(ALICE, "c1", stays -> true).orElseThrow();
    assertThat(left.isAbsent()).isTrue();
    assertThat(users.find(ALICE)).isPresent();
    assertThat(claim(guest("alice"), "c2")).isEqualTo(Claim.TAKEN);
    assertThat(claim(user("alice"), "c3")).isEqualTo(Claim.ATTACHED);
    assertThat(users.absentees().leave(ALICE, any -> true)).isEmpty();
    Presence again = users.release(ALICE, "c3", stays -> true).orElseThrow();
    assertThat(users.absentees().leave(ALICE, one -> one.absence() == left.absence())).isEmpty();
    assertThat(users.absentees().leave(ALICE, one -> one.absence() == again.absence())).isPresent();
    assertThat(users.absentees().leave(ALICE, any -> true)).isEmpty();
    assertThat(users.absentees().all()).isEmpty();
    users.gone(ALICE);
    assertThat(users.find(ALICE)).isEmpty();
  }

  @Test
  void aGuestDoesNotStay() {
    claim(guest("alice"), "c1");
    assertThat(users.release(ALICE, "c1", stays -> true).orElseThrow().isAbsent()).isFalse();
  }

  @Test
  void whoStaysForGoodIsAwayMeanwhile() {
    claim(user("alice"), "c1");
    users.resides(ALICE, true);
    users.release(ALICE, "c1", Presence::isResident);
    assertThat(users.find(ALICE).orElseThrow().away()).contains("Not connected");
    assertThat(users.settle(here(user("alice"))).result()).isFalse();
    assertThat(users.settle(here(user("bob"))).result()).isTrue();
    assertThat(users.absentees().has(new Nick("bob"))).isTrue();
    assertThat(users.find(new Nick("bob")).orElseThrow().away()).contains("Not connected");
    assertThat(claim(user("bob"), "c2")).isEqualTo(Claim.ATTACHED);
  }

  @Test
  void ofAnAccountOneUserStaysUnderWhateverNick() {
    claim(user("alice"), "c1");
    claim(user("alice").withNick(new Nick("ally")), "c2");
    assertThat(users.resides(ALICE, true)).isTrue();
    assertThat(users.resides(new Nick("ally"), true)).isFalse();
    assertThat(users.settle(here(user("alice").withNick(new Nick("al")))).result()).isFalse();
    rename(ALICE, user("alice").withNick(new Nick("liz")));
    assertThat(users.resides(new Nick("ally"), true)).isFalse();
    users.resides(new Nick("liz"), false);
    assertThat(users.resides(new Nick("ally"), true)).isTrue();
    users.release(new Nick("ally"), "c2", stays -> false);
    users.gone(new Nick("ally"));
    assertThat(users.resides(new Nick("liz"), true)).isTrue();
  }
}
