package conclave.gateway;

import static conclave.room.Mothers.NOW;
import static conclave.room.Mothers.guest;
import static conclave.room.Mothers.user;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.User;
import conclave.handler.Claims;
import conclave.handler.Users.Claim;
import conclave.name.Nick;
import conclave.name.Source;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Until the rooms know of another nick, they take its bearer for the one before. */
class NickChangesTest {
  private static final Nick GUEST = new Nick("guest");
  private static final Nick ALICE = new Nick("alice");

  private final UserDirectory users =
      new UserDirectory(new GatewayFigures(), event -> {}, nick -> nick, Claims.NONE);
  private final Promise<Void> told = Promise.promise();

  private Future<Claim> claim(Source source, String connection) {
    return users.claim(new User(source, "R", NOW, false, true, Set.of()), connection);
  }

  private Future<Boolean> rename(String from, Source to) {
    return users.rename(new Nick(from), to, Future::succeededFuture);
  }

  private void becomesAlice() {
    claim(guest("guest"), "c1");
    users.rename(GUEST, user("alice"), told::future);
    assertThat(users.find(ALICE)).isPresent();
  }

  @Test
  void oneMoreConnectionWaitsUntilTheRoomsKnowItsUser() {
    becomesAlice();
    Future<Claim> claim = claim(user("alice"), "c2");
    assertThat(claim.isComplete()).isFalse();
    told.complete();
    assertThat(claim.result()).isEqualTo(Claim.ATTACHED);
    assertThat(claim(user("alice"), "c3").result()).isEqualTo(Claim.ATTACHED);
  }

  @Test
  void whoWantsTheNickThatWasGivenUpWaitsUntilTheRoomsTakeNobodyForItsBearer() {
    becomesAlice();
    claim(guest("bob"), "c2");
    assertThat(rename("bob", guest("bob").withNick(GUEST)).result()).isFalse();
    Future<Claim> claim = claim(guest("guest"), "c3");
    assertThat(claim.isComplete()).isFalse();
    told.complete();
    assertThat(claim.result()).isEqualTo(Claim.NEW);
  }

  @Test
  void aRoomThatCanNotBeToldHoldsNobodyBack() {
    becomesAlice();
    Future<Claim> claim = claim(user("alice"), "c2");
    told.fail("store away");
    assertThat(claim.result()).isEqualTo(Claim.ATTACHED);
  }

  @Test
  void aNickThatIsTakenIsNotWaitedFor() {
    claim(guest("guest"), "c1");
    claim(user("alice"), "c2");
    assertThat(rename("guest", user("alice")).result()).isFalse();
    assertThat(claim(user("alice"), "c3").result()).isEqualTo(Claim.ATTACHED);
    assertThat(rename("guest", guest("guest").withNick(new Nick("liz"))).result()).isTrue();
  }
}
