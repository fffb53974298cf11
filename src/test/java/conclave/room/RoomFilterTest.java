package conclave.room;

import static conclave.room.Mothers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.name.RoomName;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomFilterTest {
  private static final long MINUTE = 60_000;

  /** Five members, made an hour ago, topic of ten minutes ago. */
  private static final RoomSummary TEA =
      new RoomSummary(new RoomName("#Tea"), 5, "tea", NOW - 60 * MINUTE, NOW - 10 * MINUTE);

  private static boolean covers(String words) {
    return RoomFilter.parse(List.of(words.split(","))).covers(TEA, NOW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#tea | true",
        "#TEA | true",
        "*e* | true",
        "#cake | false",
        "#cake,#t?a | true",
        "!*e* | false",
        "!#cake | true",
        "*e*,!#tea | false",
        ">4 | true",
        ">5 | false",
        "<6 | true",
        "<5 | false",
        ">0,<100 | true",
        "C>59 | true",
        "C>60 | false",
        "C<61 | true",
        "C<60 | false",
        "T>9 | true",
        "T>10 | false",
        "T<11 | true",
        "T<10 | false",
        ">3,<100,C>30,T<30,*ea*,!*bar* | true",
        ">3,<100,C>30,T<5,*ea* | false",
        ">x | false",
        "C>999999999999 | false",
        "x<3 | false"
      })
  void aRoomIsCoveredWhereEverythingFits(String words, boolean covers) {
    assertThat(covers(words)).isEqualTo(covers);
  }

  @Test
  void withoutWordsEveryRoomIsCovered() {
    assertThat(RoomFilter.parse(List.of()).covers(TEA, NOW)).isTrue();
  }

  @Test
  void aRoomWithoutATopicHasNoAgeOfOne() {
    RoomSummary bare = new RoomSummary(new RoomName("#bare"), 1, "", NOW, 0);
    assertThat(RoomFilter.parse(List.of("T<5")).covers(bare, NOW)).isFalse();
    assertThat(RoomFilter.parse(List.of("T>0")).covers(bare, NOW)).isFalse();
  }

  @Property(tries = 500)
  void anyWordsCanBeRead(@ForAll List<String> words) {
    RoomFilter filter = RoomFilter.parse(words);
    assertThat(filter.masks().size() + filter.excluded().size() + filter.bounds().size())
        .isEqualTo(words.size());
    assertThat(filter.covers(TEA, NOW)).isIn(true, false);
  }
}
