package conclave.cluster;

import static conclave.room.Mothers.user;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.bus.Failures;
import conclave.bus.PlaceAnswer;
import conclave.bus.PlaceRequest;
import conclave.bus.PlaceRequest.Again;
import conclave.bus.PlaceRequest.Do;
import conclave.room.Origin;
import conclave.room.RoomCommand.Say;
import conclave.room.SayKind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.internal.VertxInternal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LaneTest {
  /** What was asked of whom, and how it is answered. */
  private record Asked(
      String node, Lane.Step step, PlaceRequest request, Promise<PlaceAnswer> answer) {
    String text() {
      if (request instanceof PlaceRequest.Present) {
        return node + " all there?";
      }
      if (request instanceof Again again) {
        return node + " again " + text(again.first());
      }
      return node
          + " "
          + (request instanceof Do act ? text(act) : request.getClass().getSimpleName());
    }

    private static String text(Do act) {
      return ((Say) act.command()).text();
    }

    void done() {
      answer.complete(PlaceAnswer.settled(List.of()));
    }

    void misdirected() {
      answer.fail(new ReplyException(ReplyFailure.RECIPIENT_FAILURE, Failures.MISDIRECTED, "no"));
    }

    void refused() {
      answer.fail(new ReplyException(ReplyFailure.RECIPIENT_FAILURE, Failures.UNAVAILABLE, "full"));
    }
  }

  private static final int SHARD = 7;
  private static final List<String> BOTH = List.of("a", "b");

  private final Vertx vertx = Vertx.vertx();
  private final Views views = new Views("a");
  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
  private final Lane lane = new Lane(SHARD, views, this::ask, (VertxInternal) vertx);
  private String owner;
  private String other;
  private long commands;

  private Future<PlaceAnswer> ask(String node, int shard, Lane.Step step, PlaceRequest request) {
    Promise<PlaceAnswer> answer = Promise.promise();
    asked.add(new Asked(node, step, request, answer));
    return answer.future();
  }

  @BeforeEach
  void see() {
    views.see(View.of("a", BOTH, BOTH));
    owner = views.current().owner(SHARD).orElseThrow();
    other = owner.equals("a") ? "b" : "a";
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private Future<PlaceAnswer> says(String text) {
    Say say = new Say(user("alice"), SayKind.PRIVMSG, text);
    return lane.ask(new Do("#a", say, new Origin("a-1", ++commands)));
  }

  private void wasAsked(String... texts) {
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(List.copyOf(asked)).extracting(Asked::text).containsExactly(texts));
  }

  /** The owner is gone; the other one is alone. */
  private void ownerDies() {
    views.see(View.of(other, List.of(other), List.of(other)));
    lane.gone(owner);
  }

  private static void isGivenUp(Future<?> answer) {
    Awaitility.await().until(answer::failed);
    assertThat(((ReplyException) answer.cause()).failureCode()).isEqualTo(Failures.NO_ANSWER);
  }

  private static void isDone(Future<?> answer) {
    Awaitility.await().until(answer::succeeded);
  }

  @Test
  void theOwnerIsAskedInTheOrderOfTheCalls() {
    Future<PlaceAnswer> one = says("1");
    Future<PlaceAnswer> two = says("2");
    wasAsked(owner + " 1", owner + " 2");
    asked.get(1).done();
    isDone(two);
    assertThat(one.isComplete()).isFalse();
  }

  @Test
  void whatADeadOwnerWasAskedTheNextOneIsAskedAgainBeforeAnythingNewer() {
    Future<PlaceAnswer> one = says("1");
    Future<PlaceAnswer> two = says("2");
    ownerDies();
    Future<PlaceAnswer> three = says("3");
    wasAsked(owner + " 1", owner + " 2", other + " again 1", other + " again 2", other + " 3");
    asked.subList(2, 5).forEach(Asked::done);
    isDone(one);
    isDone(two);
    isDone(three);
  }

  /** The store stood still, and goes on: the owner of before may keep it now. */
  @Test
  void whatMayHaveBeenDoneIsNotCalledUndoneWhereNobodyCanBeAskedAgain() {
    Future<PlaceAnswer> one = says("1");
    views.see(View.none("a"));
    lane.gone(owner);
    isGivenUp(one);
    wasAsked(owner + " 1");
  }

  @Test
  void whatMayHaveBeenDoneIsNotCalledUndoneWhereTheNextOwnerCanNotSay() {
    Future<PlaceAnswer> one = says("1");
    ownerDies();
    wasAsked(owner + " 1", other + " again 1");
    asked.get(1).refused();
    isGivenUp(one);
  }

  @Test
  void alsoWhatFollowsARoomIsAskedAgainAsWhatMayHaveBeenDone() {
    Say say = new Say(user("alice"), SayKind.PRIVMSG, "1");
    PlaceRequest.Follow follow =
        new PlaceRequest.Follow(9, "#a", say, new Origin("a-1", ++commands), false);
    lane.ask(follow);
    ownerDies();
    wasAsked(owner + " Follow", other + " Follow");
    assertThat(asked.get(1).request).isEqualTo(follow.again());
  }

  @Test
  void anAnswerThatComesLateFromTheDeadCountsForNothing() {
    Future<PlaceAnswer> one = says("1");
    ownerDies();
    wasAsked(owner + " 1", other + " again 1");
    asked.get(0).answer.fail("too late");
    asked.get(1).done();
    isDone(one);
  }

  @Test
  void whoIsNoOwnerWasAskedInVainAndWhatWasAskedIsNew() {
    Future<PlaceAnswer> one = says("1");
    Future<PlaceAnswer> two = says("2");
    asked.get(0).misdirected();
    Future<PlaceAnswer> three = says("3");
    wasAsked(owner + " 1", owner + " 2");
    asked.get(1).misdirected();
    wasAsked(owner + " 1", owner + " 2", owner + " 1", owner + " 2", owner + " 3");
    assertThat(asked)
        .extracting(each -> each.step.round() + "." + each.step.turn())
        .containsExactly("1.0", "1.1", "2.0", "2.1", "2.2");
    asked.subList(2, 5).forEach(Asked::done);
    isDone(Future.all(one, two, three));
  }

  @Test
  void whereNobodyOwnsTheShardItIsSaidAtOnce() {
    views.see(View.of("a", List.of("a"), List.of("a", "b", "c")));
    Future<PlaceAnswer> one = says("1");
    Awaitility.await().until(one::failed);
    assertThat(((ReplyException) one.cause()).failureCode()).isEqualTo(Failures.UNAVAILABLE);
    assertThat(asked).isEmpty();
  }

  @Test
  void fromWhomNothingComesThroughNoAnswerIsAwaited() {
    Future<PlaceAnswer> one = says("1");
    lane.silent(owner);
    isGivenUp(one);
  }

  /** A connection that broke has swallowed the first one, or the answer to it. */
  @Test
  void whatWasLostOnTheWayHoldsUpNothingForLong() {
    Future<PlaceAnswer> one = says("1");
    Future<PlaceAnswer> two = says("2");
    asked.get(1).misdirected();
    isGivenUp(one);
    wasAsked(owner + " 1", owner + " 2", owner + " 2");
    assertThat(asked.get(2).step).isEqualTo(new Lane.Step(2, 0));
    asked.get(2).done();
    isDone(two);
  }

  /** Nobody says anything more in that room: nothing would show that something was lost. */
  @Test
  void whoGetsNoAnswerAsksAnotherNodeWhetherAllCameThrough() {
    views.see(View.of(other, BOTH, BOTH));
    Future<PlaceAnswer> one = says("1");
    Awaitility.await()
        .untilAsserted(
            () -> {
              lane.look();
              assertThat(asked).extracting(Asked::text).contains(owner + " all there?");
            });
    lane.look();
    wasAsked(owner + " 1", owner + " all there?");
    asked.get(1).misdirected();
    isGivenUp(one);
  }

  private void isLookedInto(String... texts) {
    Awaitility.await()
        .untilAsserted(
            () -> {
              lane.look();
              assertThat(List.copyOf(asked)).extracting(Asked::text).containsExactly(texts);
            });
  }

  /** It came through; a connection that broke has swallowed the answer. */
  @Test
  void aQuestionThatHasNoAnswerBehindAllTheRestIsAskedAgain() {
    views.see(View.of(other, BOTH, BOTH));
    Future<PlaceAnswer> one = lane.ask(new PlaceRequest.Look("#a"));
    isLookedInto(owner + " Look", owner + " all there?");
    Future<PlaceAnswer> two = says("2");
    asked.get(1).done();
    asked.get(2).done();
    isDone(two);
    wasAsked(owner + " Look", owner + " all there?", owner + " 2", owner + " Look");
    asked.get(3).done();
    isDone(one);
  }

  /** It is done already, and must not be done twice: who said it is told that nobody knows. */
  @Test
  void whatWasDoneAndHasNoAnswerIsGivenUp() {
    views.see(View.of(other, BOTH, BOTH));
    Future<PlaceAnswer> one = says("1");
    isLookedInto(owner + " 1", owner + " all there?");
    asked.get(1).done();
    isGivenUp(one);
    wasAsked(owner + " 1", owner + " all there?");
  }

  @Test
  void whereThatAnswerIsLostAsWellItIsAskedForAgain() {
    views.see(View.of(other, BOTH, BOTH));
    Future<PlaceAnswer> one = says("1");
    isLookedInto(owner + " 1", owner + " all there?");
    isLookedInto(owner + " 1", owner + " all there?", owner + " all there?");
    asked.get(2).done();
    isGivenUp(one);
  }

  @Test
  void whatTheOwnerRefusesIsNotAskedAgain() {
    Future<PlaceAnswer> one = says("1");
    asked.get(0).refused();
    Awaitility.await().until(one::failed);
    wasAsked(owner + " 1");
  }
}
