package conclave.handler;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.MetadataAnswer.Item;
import conclave.command.User;
import conclave.handler.MetadataPages.Page;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.Member;
import conclave.room.Modes;
import conclave.room.RoomView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetadataPagesTest {
  private static final int MEMBERS = 2_500;

  private final MetadataPages pages =
      new MetadataPages(MetadataPagesTest::user, List.of("avatar", "status"), 1_000);

  private static Optional<User> user(Nick nick) {
    Source source = new Source(nick, "u", "host", Optional.empty());
    User user = new User(source, "", 0, false, true, Set.of());
    boolean isSilent = nick.text().endsWith("7");
    return Optional.of(
        isSilent ? user : user.withMetadata(Map.of("avatar", "a", "status", "s", "other", "o")));
  }

  private static RoomView room(int from, int to) {
    List<Member> members =
        IntStream.range(from, to)
            .mapToObj(i -> new Source(new Nick("n" + i), "u", "host", Optional.empty()))
            .map(source -> new Member(source, "", Set.of()))
            .toList();
    return new RoomView(
        new RoomName("#den"), 1, 1, 0, Optional.empty(), Modes.INITIAL, List.of(), members);
  }

  @Test
  void allAreToldInPartsAndOnce() {
    List<Item> told = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    Optional<String> last = Optional.of(MetadataPages.START);
    while (last.isPresent()) {
      Page page = pages.after(last.get(), room(0, MEMBERS));
      told.addAll(page.items());
      sizes.add(page.items().size());
      last = page.last();
    }
    assertThat(sizes).containsExactly(1_000, 1_000, 1_000, 1_000, 500);
    assertThat(told).hasSize(2 * (MEMBERS - MEMBERS / 10)).doesNotHaveDuplicates();
  }

  @Test
  void whoCameOrWentMeanwhileDoesNotMatterToTheOthers() {
    Page first = pages.after(MetadataPages.START, room(0, MEMBERS));
    Page second = pages.after(first.last().orElseThrow(), room(100, MEMBERS + 100));
    assertThat(second.items()).hasSize(1_000).doesNotContainAnyElementsOf(first.items());
  }

  @Test
  void whereNobodySaysAnythingThereIsNothing() {
    assertThat(pages.after(MetadataPages.START, room(0, 0)))
        .isEqualTo(new Page(List.of(), Optional.empty()));
    assertThat(pages.after("zzz", room(0, MEMBERS)))
        .isEqualTo(new Page(List.of(), Optional.empty()));
  }
}
