package conclave.cli.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionTest {
  @ParameterizedTest
  @CsvSource({
    "alice, 'alice: hi', true",
    "alice, 'hi Alice', true",
    "alice, 'malice', false",
    "alice, 'alices', false",
    "alice, 'malice, said alice!', true",
    "alice, '@alice?', true",
    "al, 'alice', false",
    "zoë, 'Ask ZOË', true",
    "'', 'alice', false",
  })
  void onlyTheWholeNameSpeaksToSomebody(String nick, String text, boolean isMention) {
    assertThat(Mention.of(nick, text)).isEqualTo(isMention);
  }
}
