package conclave.shard;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.room.Mode;
import conclave.room.ModeChange;
import conclave.room.RoomCommand;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A room that keeps nothing. */
class EphemeralRoomTest extends ActorHarness {
  private void sets(boolean isEphemeral) {
    ModeChange change = new ModeChange(isEphemeral, Mode.EPHEMERAL, Optional.empty());
    submit(new RoomCommand.ChangeModes(ALICE, List.of(change), false));
  }

  private void saysWhatIsNotKept() {
    enters(ALICE);
    log.commit();
    sets(true);
    log.commit();
    says(ALICE, "gone");
    log.commit();
  }

  @Test
  void aRoomThatKeepsNothingTakesManySequencesAtOnceAndGivesBackTheRest() {
    saysWhatIsNotKept();
    enters(BOB);
    assertThat(log.openCommits()).as("shown without a commit").isZero();
    sets(false);
    log.commit();
    says(ALICE, "kept");
    log.commit();
    assertThat(shown)
        .extracting(event -> event.stamp().seq())
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(log.appends.stream().flatMap(append -> append.events().stream()))
        .extracting(event -> event.stamp().seq())
        .containsExactly(1L, 2L, 5L, 6L);
    assertThat(log.appends).extracting(append -> append.last()).endsWith(2L, 10_003L, 5L, 6L);
    assertThat(log.appends).extracting(append -> append.before()).endsWith(1L, 2L, 10_003L, 5L);
  }

  @Test
  void whatARoomThatKeepsNothingFailedToKeepIsNotTakenForKept() {
    saysWhatIsNotKept();
    sets(false);
    log.fail();
    assertThat(shown).hasSize(3);
    says(ALICE, "gone too");
    assertThat(shown).hasSize(4);
  }
}
