package conclave.shard;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.bus.PlaceAnswer;
import conclave.bus.PlaceRequest;
import conclave.room.Event;
import conclave.room.Origin;
import conclave.room.RetryKey;
import conclave.room.RoomCommand.Say;
import conclave.room.SayKind;
import io.vertx.core.Future;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said again to a name that its room has no longer. */
class FormerNameTest extends ShardsHarness {
  private Future<PlaceAnswer> saysAs(String id, String room, String text) {
    Origin origin = new Origin("c", ++commands).knownBy(new RetryKey("bob", id, true));
    return ask(room, new PlaceRequest.Do(room, new Say(BOB, SayKind.PRIVMSG, text), origin));
  }

  private List<String> said() {
    return shown.stream()
        .filter(Event.Said.class::isInstance)
        .map(event -> ((Event.Said) event).text())
        .toList();
  }

  @Test
  void whatIsSaidAgainUnderTheOldNameIsAnsweredWithWhatWasSaid() {
    roomOfAliceAndBob("#tea");
    saysAs("id", "#tea", "hi");
    log.commit();
    renames("#tea", "#cake");
    log.commit();
    now += Traces.LASTING + 1;
    Future<PlaceAnswer> again = saysAs("id", "#tea", "hi");
    assertThat(again.result().first()).isPresent();
    assertThat(said()).containsExactly("hi");
  }

  @Test
  void alsoWhereAnotherRoomHasTheOldNameNow() {
    roomOfAliceAndBob("#tea");
    saysAs("id", "#tea", "hi");
    log.commit();
    renames("#tea", "#cake");
    log.commit();
    roomOfAliceAndBob("#tea");
    Future<PlaceAnswer> again = saysAs("id", "#tea", "hi");
    Future<PlaceAnswer> other = saysAs("other", "#tea", "new here");
    log.commitAll();
    assertThat(again.result().first()).isPresent();
    assertThat(other.result().first()).isEmpty();
    assertThat(said()).containsExactly("hi", "new here");
  }

  @Test
  void whatWasNeverStoredIsSaidInTheRoomUnderItsNewNameInItsOrder() {
    roomOfAliceAndBob("#tea");
    renames("#tea", "#cake");
    log.commit();
    renames("#cake", "#scones");
    log.commit();
    now += Traces.LASTING + 1;
    Future<PlaceAnswer> one = saysAs("1", "#tea", "one");
    Future<PlaceAnswer> two = saysAs("2", "#tea", "two");
    log.commitAll();
    assertThat(reasons(one)).isEmpty();
    assertThat(reasons(two)).isEmpty();
    assertThat(said()).containsExactly("one", "two");
    assertThat(((Event.InRoom) shown.get(shown.size() - 1)).room().text()).isEqualTo("#scones");
    assertThat(saysAs("1", "#tea", "one").result().first()).isPresent();
    assertThat(saysAs("1", "#scones", "one").result().first()).isPresent();
  }

  @Test
  void afterADayOrWithoutAnIdTheOldNameIsNobodys() {
    roomOfAliceAndBob("#tea");
    renames("#tea", "#cake");
    log.commit();
    assertThat(reasons(says("#tea", BOB, "hi"))).isNotEmpty();
    now += Traces.KNOWN + 1;
    assertThat(reasons(saysAs("id", "#tea", "hi"))).isNotEmpty();
  }
}
