package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.Sought;
import conclave.handler.History.Reader;
import conclave.handler.Search.Found;
import conclave.name.Nick;
import conclave.room.Event;
import conclave.room.Role;
import conclave.room.SearchWords;
import conclave.shard.RoomLog.Append;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is found in a log, and how far one looks. */
abstract class SearchContract extends HistoryContract {
  private static final Reader BOB = new Reader(new Nick("bob"), Optional.empty());
  private static final int ALL = 10_000;

  /** Messages with these texts, each a second after the one before. */
  private void said(String... texts) {
    List<Event> events = new ArrayList<>();
    for (String text : texts) {
      long seq = events.size() + 1L;
      Event.Said said = (Event.Said) Events.saidAt(seq * 1_000, "#a", 1, seq);
      events.add(said.withText(text));
    }
    log.append(new Append("#a", 1, Optional.empty(), events)).await();
  }

  private static Sought words(String text) {
    return new Sought(SearchWords.parse(text).orElseThrow(), Optional.empty());
  }

  private static Sought between(Optional<Long> after, Optional<Long> before) {
    return new Sought(SearchWords.NONE, Optional.empty(), after, before);
  }

  private Found find(Reader reader, Sought sought, int limit, int most) {
    return store.search().find("#a", reader, sought, limit, most).await();
  }

  private static List<Long> sequences(Found found) {
    return found.events().stream().map(event -> event.stamp().seq()).toList();
  }

  private List<Long> find(Sought sought, int limit) {
    return sequences(find(BOB, sought, limit, ALL));
  }

  @Test
  void theNewestThatHaveAllWordsAreFoundOldestFirst() {
    said("tea", "Green TEA", "cake", "more tea", "teapot");
    assertThat(find(words("tea"), 9)).containsExactly(1L, 2L, 4L, 5L);
    assertThat(find(words("tea"), 2)).containsExactly(4L, 5L);
    assertThat(find(words("TEA green"), 9)).containsExactly(2L);
    assertThat(find(words("coffee"), 9)).isEmpty();
    assertThat(store.search().find("#none", BOB, words("tea"), 9, ALL).await())
        .isEqualTo(new Found(List.of(), 0, false));
  }

  @Test
  void onlyWhoSaidItUnderThatNickIsFound() {
    said("tea");
    SearchWords any = SearchWords.NONE;
    assertThat(find(new Sought(any, Optional.of("ALICE")), 9)).containsExactly(1L);
    assertThat(find(new Sought(any, Optional.of("al")), 9)).isEmpty();
  }

  @Test
  void theTimesThemselvesBelongToWhatIsBetweenThem() {
    said("1", "2", "3", "4", "5");
    Optional<Long> none = Optional.empty();
    assertThat(find(between(none, Optional.of(3_000L)), 2)).containsExactly(2L, 3L);
    assertThat(find(between(Optional.of(2_000L), none), 2)).containsExactly(2L, 3L);
    assertThat(find(between(Optional.of(2_001L), Optional.of(4_000L)), 9)).containsExactly(3L, 4L);
    assertThat(find(between(Optional.of(4_000L), Optional.of(2_000L)), 9)).isEmpty();
    assertThat(find(between(Optional.of(9_000L), none), 9)).isEmpty();
    assertThat(find(between(none, Optional.of(0L)), 9)).isEmpty();
  }

  @Test
  void nothingIsFoundThatTheReaderMayNotRead() {
    List<Event> events = new ArrayList<>();
    for (Role role : Role.values()) {
      events.add(Events.saidTo(role, "#a", 1, events.size() + 1L));
    }
    events.add(Events.said("#a", 1, events.size() + 1L));
    events.add(Events.joined("#a", 1, events.size() + 1L));
    log.append(new Append("#a", 1, Optional.empty(), events)).await();
    assertThat(find(words("message"), 9)).containsExactly(6L);
    Reader operator = new Reader(new Nick("bob"), Optional.of(Role.OPERATOR));
    assertThat(sequences(find(operator, words("message"), 9, ALL))).containsExactly(3L, 4L, 5L, 6L);
  }

  @Test
  void whatWasTakenBackIsFoundNoMore() {
    said("tea", "tea", "tea");
    Event gone = Events.takenBack("#a", 1, 4, 2);
    log.append(new Append("#a", 1, Optional.empty(), List.of(gone))).await();
    assertThat(find(words("tea"), 9)).containsExactly(1L, 3L);
  }

  @Test
  void itEndsAtItsBoundAndSaysSo() {
    log.append(Events.append("#a", 1, LongStream.rangeClosed(1, 500).toArray())).await();
    Found seventies = find(BOB, words("message 7"), 100, 425);
    assertThat(sequences(seventies)).startsWith(76L, 77L, 78L, 79L, 87L).endsWith(487L, 497L);
    assertThat(seventies).isEqualTo(new Found(seventies.events(), 425, true));
    Found last = find(BOB, words("message"), 1, 10);
    assertThat(sequences(last)).containsExactly(500L);
    assertThat(last).isEqualTo(new Found(last.events(), 1, false));
    assertThat(find(BOB, words("coffee"), 9, 499)).isEqualTo(new Found(List.of(), 499, true));
    assertThat(find(BOB, words("coffee"), 9, 500)).isEqualTo(new Found(List.of(), 500, false));
    assertThat(find(BOB, words("coffee"), 9, 0)).isEqualTo(new Found(List.of(), 0, true));
  }
}
