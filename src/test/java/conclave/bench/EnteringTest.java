package conclave.bench;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.client.IrcLine;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnteringTest {
  private static List<String> hear(Entering entering, String line) {
    return entering.hear(IrcLine.parse(line));
  }

  @Test
  void aGuestThatOnlyListensAsksForNothing() {
    Entering guest = new Entering("bob", Optional.empty());
    assertThat(guest.begin(false)).containsExactly("NICK bob", "USER bob 0 * :bench");
    assertThat(guest.isIn()).isFalse();
    assertThat(hear(guest, ":s 001 bob :Welcome")).isEmpty();
    assertThat(guest.isIn()).isTrue();
    assertThat(guest.hasEcho()).isFalse();
  }

  @Test
  void whoSendsIsToldWhatItSaidWhereTheServerKnowsHow() {
    Entering one = new Entering("bob", Optional.empty());
    assertThat(one.begin(true)).first().isEqualTo("CAP REQ :echo-message");
    assertThat(hear(one, ":s CAP * ACK :echo-message ")).containsExactly("CAP END");
    assertThat(one.hasEcho()).isTrue();

    Entering other = new Entering("bob", Optional.empty());
    other.begin(true);
    assertThat(hear(other, ":s CAP * NAK :echo-message")).containsExactly("CAP END");
    assertThat(other.hasEcho()).isFalse();
  }

  @Test
  void anAccountLogsInBeforeItIsWelcomed() {
    LogIn logIn = new LogIn("bench%d", "secret");
    Entering entering = new Entering(logIn.account(7), Optional.of(logIn.plain(7)));
    assertThat(entering.begin(true))
        .containsExactly(
            "CAP REQ :sasl", "CAP REQ :echo-message", "NICK bench7", "USER bench7 0 * :bench");
    assertThat(hear(entering, "CAP * ACK :sasl")).containsExactly("AUTHENTICATE PLAIN");
    assertThat(hear(entering, "CAP * ACK :echo-message")).isEmpty();
    assertThat(hear(entering, "AUTHENTICATE +"))
        .containsExactly("AUTHENTICATE AGJlbmNoNwBzZWNyZXQ=");
    assertThat(hear(entering, ":s 903 * :Welcome back")).containsExactly("CAP END");
    assertThat(logIn.toString()).doesNotContain("secret");
  }

  @Test
  void aRefusalIsKept() {
    Entering entering = new Entering("bob", Optional.of("AGEAYg=="));
    entering.begin(false);
    assertThat(hear(entering, ":s 904 * :Wrong password")).isEmpty();
    assertThat(entering.refusal()).contains("Wrong password");

    Entering other = new Entering("bob", Optional.of("AGEAYg=="));
    other.begin(false);
    hear(other, ":s CAP * NAK :sasl");
    assertThat(other.refusal()).contains("the server has no SASL");
  }
}
