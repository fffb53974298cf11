package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$(\\d+)");
  private static final Pattern KINDS = Pattern.compile("kind IN \\(([^)]*)\\)");

  @ParameterizedTest
  @EnumSource
  void placeholdersRiseFromOneAndStandOnceEach(Sql sql) {
    expectPlaceholders(sql.text());
  }

  @ParameterizedTest
  @EnumSource
  void placeholdersOfMessagesThatMayComeAgainDoTheSame(SentSql sql) {
    expectPlaceholders(sql.text());
  }

  @ParameterizedTest
  @EnumSource
  void placeholdersOfResidentsDoTheSame(ResidentSql sql) {
    expectPlaceholders(sql.text());
  }

  @ParameterizedTest
  @EnumSource
  void placeholdersOfChainsDoTheSame(ChainSql sql) {
    expectPlaceholders(sql.text());
  }

  private static void expectPlaceholders(String sql) {
    List<Integer> found =
        PLACEHOLDER.matcher(sql).results().map(match -> Integer.parseInt(match.group(1))).toList();
    assertThat(found).isEqualTo(IntStream.rangeClosed(1, found.size()).boxed().toList());
  }

  @ParameterizedTest
  @EnumSource
  void messagesAreTheKindsThatWereSaidOrTold(Sql sql) {
    expectKinds(sql.text(), "SAID.*|TOLD");
  }

  @ParameterizedTest
  @EnumSource
  void whatCanBeTakenBackIsWhatWasSaidOrToldAndTags(ChainSql sql) {
    expectKinds(sql.text(), "SAID.*|TOLD.*|TAGGED");
  }

  private static void expectKinds(String sql, String names) {
    String kinds =
        Arrays.stream(EventKind.values())
            .filter(kind -> kind.name().matches(names))
            .map(kind -> Integer.toString(kind.code()))
            .collect(Collectors.joining(", "));
    assertThat(KINDS.matcher(sql).results().map(MatchResult::group))
        .allMatch(("kind IN (" + kinds + ")")::equals);
  }
}
