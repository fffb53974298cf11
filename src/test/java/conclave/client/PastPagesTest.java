package conclave.client;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.client.Event.Said;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PastPagesTest {
  private final Interpreter interpreter = new Interpreter(Clock.systemUTC());

  @BeforeEach
  void welcome() {
    hear(":fake 001 alice :Welcome");
  }

  @Test
  void whatWasAskedForComesAsOnePage() {
    hear("@label=earlier BATCH +1 chathistory #den");
    hear("@batch=1;msgid=a-1 :bob!b@c PRIVMSG #den :one");
    hear("@batch=1;msgid=a-2 :alice!b@c PRIVMSG #den :\u0001ACTION waves\u0001");
    hear("@batch=1;msgid=a-3 :bob!b@c JOIN #den");

    Event.Past past = (Event.Past) hear("BATCH -1").orElseThrow();

    assertThat(past.target()).isEqualTo("#den");
    assertThat(past.isFound()).isFalse();
    assertThat(past.said()).extracting(Said::text).containsExactly("one", "waves");
    assertThat(past.said()).extracting(Said::id).containsExactly("a-1", "a-2");
    assertThat(past.said()).extracting(Said::own).containsExactly(false, true);
  }

  @Test
  void aPageIsNotTakenForWhatWasMissed() {
    hear("@label=earlier BATCH +1 chathistory #den");
    hear("@batch=1;msgid=a-1 :bob!b@c PRIVMSG #den :one");
    hear("BATCH -1");
    hear("BATCH +2 chathistory #den");

    assertThat(hear("@batch=2;msgid=a-1 :bob!b@c PRIVMSG #den :one")).isPresent();
    assertThat(hear("BATCH -2")).isEmpty();
  }

  @Test
  void whatWasSearchedForSaysSo() {
    hear("@label=found BATCH +1 soju.im/search");
    hear("@batch=1;msgid=a-1 :bob!b@c PRIVMSG #den :one");

    assertThat(hear("BATCH -1").orElseThrow())
        .isInstanceOfSatisfying(
            Event.Past.class,
            past -> {
              assertThat(past.isFound()).isTrue();
              assertThat(past.said()).hasSize(1);
            });
  }

  @Test
  void aPageIsNoLongerThanWhatWasAskedFor() {
    hear("@label=earlier BATCH +1 chathistory #den");
    for (int i = 0; i < 300; i++) {
      hear("@batch=1 :bob!b@c PRIVMSG #den :x");
    }
    assertThat(hear("BATCH -1").orElseThrow())
        .isInstanceOfSatisfying(
            Event.Past.class, past -> assertThat(past.said()).hasSize(Requests.MAX_PAGE));
  }

  @Test
  void whoIsTypingIsToldAndWhoStopsToo() {
    assertThat(hear("@+typing=active :bob!b@c TAGMSG #den"))
        .hasValue(new Event.Typing("bob", "#den", true));
    assertThat(hear("@+typing=done :bob!b@c TAGMSG #den"))
        .hasValue(new Event.Typing("bob", "#den", false));
    assertThat(hear("@+typing=active :alice!b@c TAGMSG #den")).isEmpty();
    assertThat(hear("@+draft/react=x :bob!b@c TAGMSG #den")).isEmpty();
  }

  private Optional<Event> hear(String line) {
    return interpreter.on(IrcLine.parse(line));
  }
}
