package conclave.handler;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.RoomReply.FoundAre;
import conclave.command.Sought;
import conclave.handler.History.Reader;
import conclave.handler.Logs.Log;
import conclave.handler.Search.Found;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.Event;
import conclave.room.Event.Said;
import conclave.room.Origin;
import conclave.room.SayKind;
import conclave.room.SearchWords;
import conclave.room.Stamp;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is found in several logs at once. */
class HaulTest {
  private static final Source ALICE = new Source(new Nick("alice"), "al", "host", Optional.empty());

  /** How many messages each log has, and the hour of the first. */
  private record Content(int size, long time) {}

  private static Event said(String room, long seq, long time) {
    Stamp stamp = new Stamp(1, seq, time, Origin.SERVER);
    return new Said(stamp, new RoomName(room), ALICE, SayKind.PRIVMSG, "tea");
  }

  private static Future<Found> find(String room, Content has, int limit, int most) {
    int looked = Math.min(Math.min(limit, most), has.size);
    List<Event> events =
        IntStream.range(has.size - looked, has.size)
            .mapToObj(i -> said(room, i + 1L, has.time + i))
            .toList();
    return Future.succeededFuture(new Found(events, looked, most < Math.min(limit, has.size)));
  }

  private static FoundAre found(Optional<Long> after, int limit, int most) {
    Sought sought = new Sought(SearchWords.NONE, Optional.empty(), after, Optional.empty());
    Haul haul = new Haul(sought, limit, most);
    Map<String, Content> all =
        Map.of("#a", new Content(50, 100), "#b", new Content(2, 0), "#c", new Content(50, 110));
    int left = 3;
    for (String room : List.of("#a", "#b", "#c")) {
      Reader reader = new Reader(new Nick("bob"), Optional.empty());
      Log log = new Log(room, reader, Optional.of(new RoomName(room.toUpperCase(Locale.ROOT))));
      haul.from(
              log,
              left,
              (key, r, s, l, m) -> find(room, Objects.requireNonNull(all.get(room)), l, m))
          .await();
      left--;
    }
    return haul.found(Optional.empty(), false);
  }

  private static List<String> texts(FoundAre found) {
    return found.events().stream()
        .map(event -> ((Said) event).room() + " " + event.stamp().time())
        .toList();
  }

  @Test
  void theNewestOfAllAreShownUnderTheNamesOfNow() {
    FoundAre found = found(Optional.empty(), 4, 1_000);
    assertThat(texts(found)).containsExactly("#C 156", "#C 157", "#C 158", "#C 159");
    assertThat(found.bound()).isEmpty();
  }

  @Test
  void whoLooksFromATimeOnIsShownTheOldest() {
    FoundAre found = found(Optional.of(0L), 2, 1_000);
    assertThat(texts(found)).containsExactly("#B 0", "#B 1");
  }

  @Test
  void eachLogHasAShareAndWhatOneDoesNotNeedIsForTheOthers() {
    FoundAre found = found(Optional.empty(), 100, 30);
    assertThat(texts(found).stream().filter(text -> text.startsWith("#A"))).hasSize(10);
    assertThat(texts(found).stream().filter(text -> text.startsWith("#B"))).hasSize(2);
    assertThat(texts(found).stream().filter(text -> text.startsWith("#C"))).hasSize(18);
    assertThat(found.bound()).contains(30);
  }
}
