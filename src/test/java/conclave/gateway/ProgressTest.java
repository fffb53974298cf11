package conclave.gateway;

import static conclave.room.Mothers.LOBBY;
import static conclave.room.Mothers.stamp;
import static conclave.room.Mothers.user;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.handler.Bookmarks.Reached;
import conclave.room.ClientTags;
import conclave.room.Event;
import conclave.room.SayKind;
import conclave.room.Stamp;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final Progress progress = new Progress();
  private LiveConnection live;

  @BeforeEach
  void connect() throws Exception {
    live = new LiveConnection();
  }

  @AfterEach
  void disconnect() {
    live.close();
  }

  private Map<Long, Long> reached(boolean isSure) {
    return progress.reached(isSure).orElseThrow().logs();
  }

  @Test
  void whereItWasIsNotKnownBeforeItIs() {
    progress.told(7, 1);
    assertThat(progress.reached(true)).isEmpty();
    progress.begin(Optional.of(new Reached(Map.of(7L, 5L, 8L, 2L), 1_000)), Map.of());
    assertThat(reached(true)).isEqualTo(Map.of(7L, 1L, 8L, 2L));
  }

  @Test
  void aSessionThatBeginsHasNotMissedWhatWasSaidBefore() {
    progress.begin(Optional.empty(), Map.of(7L, 5L));
    assertThat(reached(false)).isEqualTo(Map.of(7L, 5L));
  }

  @Test
  void aSessionThatGoesOnHasMissedWhatWasSaidMeanwhile() {
    progress.begin(Optional.of(new Reached(Map.of(8L, 2L), 1_000)), Map.of(7L, 5L));
    assertThat(reached(false)).isEqualTo(Map.of(8L, 2L));
  }

  @Test
  void whatCameAfterTheLastSignOfLifeIsInDoubtWhereTheConnectionBroke() {
    progress.begin(Optional.empty(), Map.of());
    progress.told(7, 1);
    progress.heard(true);
    progress.told(7, 2);
    progress.told(8, 1);
    assertThat(reached(true)).isEqualTo(Map.of(7L, 2L, 8L, 1L));
    assertThat(reached(false)).isEqualTo(Map.of(7L, 1L));
  }

  @Test
  void aLineThatMayHaveCrossedTheLastOnesProvesOnlyWhatWasWrittenTenSecondsBeforeIt() {
    progress.begin(Optional.empty(), Map.of());
    progress.told(7, 1);
    progress.heard(false, 20_000);
    progress.told(7, 2);
    progress.heard(false, 29_999);
    progress.told(7, 3);
    assertThat(reached(false)).isEmpty();
    progress.heard(false, 30_000);
    progress.told(7, 4);
    assertThat(reached(false)).isEqualTo(Map.of(7L, 1L));
    progress.heard(false, 40_000);
    assertThat(reached(false)).isEqualTo(Map.of(7L, 3L));
    progress.heard(true, 40_001);
    assertThat(reached(false)).isEqualTo(Map.of(7L, 4L));
  }

  @Test
  void aRoomIsKnownWhileItIsOneOfItsOwn() throws Exception {
    live.on(
        connection -> {
          Progress own = connection.past().progress();
          own.begin(Optional.of(new Reached(Map.of(9L, 3L), 1_000)), Map.of());
          Receiver room =
              new Receiver(
                  connection,
                  new Audience(new SeenOnce()),
                  new Standing(LOBBY, user("bob").nick()),
                  4);
          own.entered(room);
          assertThat(own.reached(true).orElseThrow().logs()).isEqualTo(Map.of(9L, 3L));
          room.self().is(Set.of(), 9);
          room.reached(5);
          assertThat(own.reached(true).orElseThrow().logs()).isEqualTo(Map.of(9L, 5L));
          assertThat(own.inTalks().orElseThrow().logs()).isEqualTo(Map.of(9L, 3L));
          own.left(room);
          assertThat(own.reached(true).orElseThrow().logs()).isEmpty();
        });
  }

  @Test
  void ofManyConversationsTheLastThreeHundredAreRemembered() {
    progress.begin(Optional.empty(), Map.of());
    for (long log = 1; log <= 301; log++) {
      progress.told(log, 1);
    }
    assertThat(reached(true)).hasSize(300).doesNotContainKey(1L);
  }

  @Test
  void untilTheMissedMessagesHaveBeenShownTheTimeStaysAndNoMessageCounts() {
    progress.begin(Optional.of(new Reached(Map.of(), 1_000)), Map.of());
    progress.heard(true);
    progress.told(message(stamp(3)));
    assertThat(progress.reached(true)).contains(new Reached(Map.of(), 1_000));
    progress.talksShown();
    progress.told(message(stamp(3)));
    assertThat(reached(true)).isEqualTo(Map.of(7L, 3L));
    assertThat(progress.reached(true).orElseThrow().time()).isGreaterThan(1_000);
  }

  private static Event message(Stamp stamp) {
    return new Event.Told(
        stamp, user("alice"), user("bob").nick(), SayKind.PRIVMSG, "hi", ClientTags.NONE);
  }

  @Test
  void whatIsNotKeptHasNoPlace() {
    progress.begin(Optional.empty(), Map.of());
    progress.talksShown();
    Stamp unkept = stamp(3).unkept();
    progress.told(
        new Event.Told(
            unkept, user("alice"), user("bob").nick(), SayKind.TAGMSG, "", ClientTags.NONE));
    assertThat(reached(true)).isEmpty();
  }
}
