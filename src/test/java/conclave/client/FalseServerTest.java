package conclave.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conclave.Needles;
import conclave.account.Scram;
import conclave.account.Verifier;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A server that does not know the account can't make the client believe that it does. */
class FalseServerTest {
  private final LogIn logIn = new LogIn(new Credentials("alice", Needles.PASSWORD_WITH_SPACE));

  private String say(String line) throws LogInRefused {
    return logIn.on(IrcLine.parse(line)).stream().map(IrcLine::write).toList().toString();
  }

  private static String text(String authenticate) {
    String data = authenticate.substring("[AUTHENTICATE ".length(), authenticate.length() - 1);
    return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private void begin() throws LogInRefused {
    say(":false CAP * LS :sasl=PLAIN,SCRAM-SHA-256");
    assertThat(say(":false CAP * ACK :sasl")).isEqualTo("[AUTHENTICATE SCRAM-SHA-256]");
  }

  @Test
  void successWithoutProofIsNoSuccess() throws LogInRefused {
    begin();
    assertThatThrownBy(() -> say(":false 903 * :SASL authentication successful"))
        .isInstanceOf(LogInRefused.class);
  }

  @Test
  void aWrongProofIsNoticed() throws LogInRefused {
    begin();
    Scram scram = new Scram(false, Optional.empty());
    scram.begin(text(say("AUTHENTICATE +")));
    String challenge = scram.challenge(Verifier.of("guessed", 4096));
    assertThat(text(say("AUTHENTICATE " + base64(challenge))))
        .doesNotContain(Needles.PASSWORD_WITH_SPACE);
    String proof = "v=" + Base64.getEncoder().encodeToString(new byte[32]);
    assertThatThrownBy(() -> say("AUTHENTICATE " + base64(proof))).isInstanceOf(LogInRefused.class);
  }

  @Test
  void theBestMechanismIsChosen() throws LogInRefused {
    Optional<byte[]> endPoint = Optional.of(new byte[32]);
    LogIn bound = new LogIn(new Credentials("alice", Needles.PASSWORD_WITH_SPACE), endPoint);
    bound.on(IrcLine.parse(":s CAP * LS :sasl=PLAIN,SCRAM-SHA-256,SCRAM-SHA-256-PLUS"));
    List<IrcLine> chosen = bound.on(IrcLine.parse(":s CAP * ACK :sasl"));
    assertThat(chosen.get(0).write()).isEqualTo("AUTHENTICATE SCRAM-SHA-256-PLUS");
  }
}
