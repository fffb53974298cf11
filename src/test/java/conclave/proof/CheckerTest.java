package conclave.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A history that was broken on purpose is found, and a whole one is not. */
class CheckerTest {
  private static final String ROOM = "#den";

  private final Witness alice = new Witness("alice");
  private final Witness bob = new Witness("bob");

  /** What is in the log: a1, b2, a3, b4, with sequences that have gaps. */
  private final List<Message> log =
      new ArrayList<>(List.of(said("alice", 1), said("bob", 2), said("alice", 3), said("bob", 4)));

  private static Message said(String author, int number) {
    return new Message(
        ROOM, "7-" + number * 2, "2026-01-01T00:00:0" + number, author, author + number);
  }

  private void tell(Witness witness, Message... received) {
    witness.connected();
    for (Message message : received) {
      witness.received(message);
      if (message.author().equals(witness.name())) {
        witness.echoed(message);
      }
    }
  }

  private void all(Witness witness) {
    tell(witness, log.toArray(Message[]::new));
  }

  private List<String> faults() {
    for (Message message : List.of(said("alice", 1), said("alice", 3))) {
      alice.sent(ROOM, message.text());
    }
    for (Message message : List.of(said("bob", 2), said("bob", 4))) {
      bob.sent(ROOM, message.text());
    }
    alice.log(ROOM, log);
    bob.log(ROOM, log);
    return Checker.faults(List.of(alice.testimony(), bob.testimony()));
  }

  private void expect(String... kinds) {
    List<String> faults = faults();
    assertThat(faults.stream().map(fault -> fault.replaceAll(":.*", "")).distinct())
        .as(faults::toString)
        .containsExactlyInAnyOrder(kinds);
  }

  @Test
  void aWholeHistoryHasNoFault() {
    all(alice);
    all(bob);
    bob.read(log.subList(1, 4));
    expect();
  }

  @Test
  void aReconnectMayMissWhatTheHistoryHas() {
    tell(alice, log.get(0));
    tell(alice, log.get(3));
    all(bob);
    alice.read(log.subList(1, 3));
    expect();
  }

  @Test
  void whatWasSentAgainMayComeBackApartAndTwice() {
    tell(alice, log.get(0), log.get(1), log.get(3));
    alice.echoed(log.get(2));
    alice.echoed(log.get(2));
    all(bob);
    expect();
  }

  @Test
  void whatWasEchoedAndIsNotThereIsFound() {
    all(alice);
    all(bob);
    log.remove(2);
    expect("lost");
  }

  @Test
  void whatIsThereTwiceIsFound() {
    all(alice);
    all(bob);
    log.add(new Message(ROOM, "7-z", "2026-01-01T00:00:09", "alice", "alice3"));
    expect("twice");
  }

  @Test
  void whatNobodySentIsFound() {
    all(alice);
    all(bob);
    log.add(new Message(ROOM, "7-z", "2026-01-01T00:00:09", "alice", "ghost"));
    log.add(new Message(ROOM, "7-zz", "2026-01-01T00:00:09", "nobody", "ghost"));
    expect("from nowhere");
  }

  @Test
  void anotherOrderThanWasSeenIsFound() {
    tell(bob, log.get(0), log.get(2), log.get(1), log.get(3));
    all(alice);
    expect("out of order to bob", "not shown to bob");
  }

  @Test
  void aLogWhoseSequenceFallsIsFound() {
    Collections.swap(log, 1, 2);
    all(alice);
    all(bob);
    expect("out of sequence", "back in time");
  }

  @Test
  void anOrderThatIsNotTheAuthorsIsFound() {
    Message late = new Message(ROOM, "7-9", "2026-01-01T00:00:09", "alice", "alice1");
    log.remove(0);
    log.add(late);
    all(alice);
    all(bob);
    expect("out of its author's order");
  }

  @Test
  void whatWasRefusedAndIsSentAgainMayStandLater() {
    log.remove(0);
    log.add(new Message(ROOM, "7-9", "2026-01-01T00:00:09", "alice", "alice1"));
    alice.refused(ROOM, "alice1");
    all(alice);
    all(bob);
    expect();
  }

  @Test
  void whatIsShownTwiceIsFoundAlsoOverAReconnect() {
    all(alice);
    tell(bob, log.get(0), log.get(1));
    tell(bob, log.get(1), log.get(2), log.get(3));
    expect("shown twice to bob");
  }

  @Test
  void whatIsPassedOverIsFound() {
    all(alice);
    tell(bob, log.get(0), log.get(3));
    expect("not shown to bob");
  }

  @Test
  void anotherIdOrTimeThanInTheLogIsFound() {
    Message other = new Message(ROOM, "7-6", "2026-01-01T00:00:07", "alice", "alice3");
    tell(bob, log.get(0), log.get(1), other, log.get(3));
    all(alice);
    expect("lost", "not shown to bob");
  }

  @Test
  void anEchoThatIsAnotherTheSecondTimeIsFound() {
    all(alice);
    all(bob);
    Message second = new Message(ROOM, "7-z", "2026-01-01T00:00:09", "alice", "alice3");
    alice.echoed(second);
    expect("lost", "echoed as another");
  }

  @Test
  void twoWhoReadAnotherLogAreFound() {
    all(alice);
    all(bob);
    Witness carol = new Witness("carol");
    carol.log(ROOM, log.subList(0, 3));
    faults();
    assertThat(Checker.faults(Arrays.asList(alice.testimony(), bob.testimony(), carol.testimony())))
        .containsExactly("differs: the log of #den to carol");
  }

  @Test
  void aPageWithAHoleIsFound() {
    all(alice);
    all(bob);
    bob.read(List.of(log.get(0), log.get(2)));
    expect("a hole for bob before alice in #den");
  }
}
