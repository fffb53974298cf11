package conclave.gateway;

import static conclave.room.Mothers.stamp;
import static conclave.room.Mothers.user;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.room.ClientTags;
import conclave.room.Event.Told;
import conclave.room.Origin;
import conclave.room.SayKind;
import conclave.room.Stamp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatchUpTest {
  private LiveConnection live;

  @BeforeEach
  void connect() throws Exception {
    live = new LiveConnection().as(user("bob"));
  }

  @AfterEach
  void disconnect() {
    live.close();
  }

  private static Told message(long seq) {
    Stamp stamp = new Stamp(7, seq, stamp(seq).time(), Origin.SERVER);
    return new Told(
        stamp, user("alice"), user("bob").nick(), SayKind.PRIVMSG, "m" + seq, ClientTags.NONE);
  }

  private void press(Connection connection) {
    connection.output().write(new byte[live.node().config().limits().sendQueueBytes() / 2 + 1]);
  }

  @Test
  void theOldestMessageThatIsNotShownYetIsKnownUntilAllAre() throws Exception {
    List<Long> oldest = new ArrayList<>();
    live.on(
        connection -> {
          CatchUp catchUp = connection.output().catchUp();
          oldest.add(catchUp.oldest());
          press(connection);
          assertThat(catchUp.misses(message(4))).isTrue();
          assertThat(catchUp.misses(message(5))).isTrue();
          oldest.add(catchUp.oldest());
        });
    assertThat(oldest).containsExactly(Long.MAX_VALUE, stamp(4).time());
    live.until(connection -> connection.output().catchUp().oldest() == Long.MAX_VALUE);
  }

  @Test
  void whatIsOnItsWayWhenAConnectionEndsHasNotLeft() throws Exception {
    List<Boolean> hasLeft = new ArrayList<>();
    live.on(
        connection -> {
          hasLeft.add(connection.output().hasLeft());
          connection.output().write(new byte[1]);
          hasLeft.add(connection.output().hasLeft());
        });
    live.until(connection -> connection.output().hasLeft());
    assertThat(hasLeft).containsExactly(true, false);
  }

  @Test
  void aLabelIsLetGoWhenNothingIsShownAnyMore() throws Exception {
    live.says("CAP REQ :batch labeled-response");
    live.hears("ACK");
    live.on(
        connection -> {
          press(connection);
          LabelledEvent echo = LabelledEvent.of(connection, 4);
          assertThat(connection.output().catchUp().misses((Told) echo.event())).isTrue();
          echo.caller().done();
          assertThat(echo.isOpen(connection)).isTrue();
          connection.output().catchUp().stop();
          assertThat(echo.isOpen(connection)).isFalse();
        });
  }

  @Test
  void whoHasAThousandAnswersToComeIsNotReadUntilOneHas() throws Exception {
    live.says("CAP REQ :batch labeled-response");
    live.hears("ACK");
    live.on(
        connection -> {
          for (int i = 1; i < 1_000; i++) {
            LabelledEvent.of(connection, i);
          }
          assertThat(connection.output().isNearlyFull()).isFalse();
          LabelledEvent last = LabelledEvent.of(connection, 1_000);
          assertThat(connection.output().isNearlyFull()).isTrue();
          live.says("PING held");
          last.caller().done();
          assertThat(connection.output().isNearlyFull()).isFalse();
        });
    live.hears("PONG irc.example :held");
  }

  @Test
  void aLogThatCannotEvenBeAskedForTakesNobodysTurn() throws Exception {
    FailingPast past = new FailingPast(List.of(message(4)), List.of(), 1);
    live.close();
    live = new LiveConnection(past.throwingOnce()).as(user("bob"));
    live.on(
        connection -> {
          press(connection);
          assertThat(connection.output().catchUp().misses(message(4))).isTrue();
        });
    live.until(connection -> !connection.output().isPressed());
    live.on(connection -> connection.tick(System.nanoTime()));
    live.hears(":m4");
  }
}
