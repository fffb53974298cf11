package conclave.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumericTextTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          :s 311 al bob bob user/bob * :Bob B.                         | bob is bob@user/bob: Bob B.
          :s 319 al bob :@#ops #lobby                                  | bob is in @#ops #lobby
          :s 330 al bob bobby :is logged in as                         | bob is logged in as bobby
          :s 317 al bob 61 1799999000 :seconds idle, signon time       | bob has been silent for 61 s, and is here for 16 minutes
          :s 317 al bob 200 1799000000 :seconds idle, signon time      | bob has been silent for 3 minutes, and is here for 11 days
          :s 341 al bob #ops                                           | bob was asked into #ops
          :s 301 al bob :for $1 lunch                                  | bob is away: for $1 lunch
          :s 671 al bob :is using a secure connection                  | bob is using a secure connection
          :s 317 al bob many                                           | bob has been silent for many
          """)
  void isASentence(String line, String sentence) {
    assertThat(NumericText.of(IrcLine.parse(line), NOW)).contains(sentence);
  }

  @Test
  void theEndOfAListIsNotSaid() {
    assertThat(NumericText.of(IrcLine.parse(":s 318 al bob :End of WHOIS list"), NOW)).isEmpty();
  }
}
