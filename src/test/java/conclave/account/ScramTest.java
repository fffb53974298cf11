package conclave.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ongres.scram.client.ScramClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SCRAM as its standards have it, against a known exchange, another implementation, and liars. */
class ScramTest {
  private static final Optional<byte[]> END_POINT = Optional.of(new byte[] {1, 2, 3, 4});
  private static final Verifier ALICE = Verifier.of("pencil", new byte[16], 4096);

  private static Verifier rfcVerifier() {
    return Verifier.of("pencil", Base64.getDecoder().decode("W22ZaJ0SNY7soEsUEjb6gQ=="), 4096);
  }

  private static Scram rfc() {
    return new Scram(false, Optional.empty(), "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0");
  }

  @Test
  void theExampleOfRfc7677() {
    Scram scram = rfc();
    assertThat(scram.begin("n,,n=user,r=rOprNGfwEbeRWgbNEkqO")).isEmpty();
    assertThat(scram.name()).isEqualTo("user");
    assertThat(scram.challenge(rfcVerifier()))
        .isEqualTo(
            "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096");
    assertThat(
            scram.finish(
                "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                    + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="))
        .isEqualTo("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
    assertThat(scram.isProved()).isTrue();
  }

  private static ScramClient client(String password, Optional<byte[]> binding) {
    var builder =
        ScramClient.builder()
            .advertisedMechanisms(
                binding.isPresent() ? List.of("SCRAM-SHA-256-PLUS") : List.of("SCRAM-SHA-256"))
            .username("al=i,ce")
            .password(password.toCharArray());
    binding.ifPresent(data -> builder.channelBinding("tls-server-end-point", data));
    return builder.build();
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void anotherImplementationIsLetInAndBelievesTheServer(boolean isPlus) throws Exception {
    Optional<byte[]> binding = isPlus ? END_POINT : Optional.empty();
    ScramClient client = client("pencil", binding);
    Scram scram = new Scram(isPlus, binding);
    assertThat(scram.begin(client.clientFirstMessage().toString())).isEmpty();
    assertThat(scram.name()).isEqualTo("al=i,ce");
    client.serverFirstMessage(scram.challenge(ALICE));
    client.serverFinalMessage(scram.finish(client.clientFinalMessage().toString()));
    assertThat(scram.isProved()).isTrue();
  }

  @Test
  void anotherPasswordIsNoProof() throws Exception {
    ScramClient client = client("pen", Optional.empty());
    Scram scram = new Scram(false, Optional.empty());
    scram.begin(client.clientFirstMessage().toString());
    client.serverFirstMessage(scram.challenge(ALICE));
    assertThat(scram.finish(client.clientFinalMessage().toString())).isEqualTo("e=invalid-proof");
    assertThat(scram.isProved()).isFalse();
  }

  @Test
  void aProofBoundToAnotherCertificateIsNone() throws Exception {
    ScramClient client = client("pencil", Optional.of(new byte[] {9, 9, 9, 9}));
    Scram scram = new Scram(true, END_POINT);
    scram.begin(client.clientFirstMessage().toString());
    client.serverFirstMessage(scram.challenge(ALICE));
    assertThat(scram.finish(client.clientFinalMessage().toString()))
        .isEqualTo("e=channel-bindings-dont-match");
  }

  @Test
  void whatWasHeardOnceProvesNothingTheNextTime() throws Exception {
    ScramClient client = client("pencil", Optional.empty());
    Scram once = new Scram(false, Optional.empty());
    String hello = client.clientFirstMessage().toString();
    once.begin(hello);
    client.serverFirstMessage(once.challenge(ALICE));
    String proof = client.clientFinalMessage().toString();
    once.finish(proof);
    Scram again = new Scram(false, Optional.empty());
    again.begin(hello);
    again.challenge(ALICE);
    assertThat(again.finish(proof)).isEqualTo("e=other-error");
    assertThat(again.isProved()).isFalse();
    assertThatThrownBy(() -> once.finish(proof)).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "false|true|y,,n=user,r=abc|server-does-support-channel-binding",
        "true|true|y,,n=user,r=abc|server-does-support-channel-binding",
        "true|true|n,,n=user,r=abc|channel-bindings-dont-match",
        "true|true|p=tls-unique,,n=user,r=abc|unsupported-channel-binding-type",
        "false|true|p=tls-server-end-point,,n=user,r=abc|channel-binding-not-supported",
        "false|true|x,,n=user,r=abc|invalid-encoding",
        "false|true|n,,m=ext,n=user,r=abc|extensions-not-supported",
        "false|true|n,,n=user,r=abc,m=ext|invalid-encoding",
        "false|true|n,,n=us=er,r=abc|invalid-username-encoding",
        "false|true|n,,n=us=2cer,r=abc|invalid-username-encoding",
        "false|true|n,,n=,r=abc|invalid-username-encoding",
        "false|true|n,a=bob,n=user,r=abc|other-error",
        "false|true|n,bob,n=user,r=abc|other-error",
        "false|true|n,,n=user,r=|invalid-encoding",
        "false|true|n,,n=user,r=a c|invalid-encoding",
        "false|true|n,,n=user|invalid-encoding",
        "false|true|n,,r=abc,n=user|invalid-encoding",
        "false|true|n,,|invalid-encoding",
        "false|true|nonsense|invalid-encoding",
      })
  void aFirstMessageThatIsNoneEndsTheExchange(
      boolean isPlus, boolean isOffered, String message, String fault) {
    Scram scram = new Scram(isPlus, isOffered ? END_POINT : Optional.empty());
    assertThat(scram.begin(message)).contains("e=" + fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "n,,n=user,r=abc|user",
        "y,,n=user,r=abc|user",
        "n,a=user,n=user,r=abc|user",
        "n,,n=a=2Cb=3Dc,r=abc|a,b=c",
        "n,,n=user,r=abc,x=whatever|user",
      })
  void whatAFirstMessageMayBe(String message, String name) {
    Scram scram = new Scram(false, Optional.empty());
    assertThat(scram.begin(message)).isEmpty();
    assertThat(scram.name()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0|invalid-encoding",
        "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=|invalid-proof",
        "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=!!!|invalid-encoding",
        "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=QQ|invalid-encoding",
        "c=biws,r=rOprNGfwEbeRWgbNEkqO,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=|other-error",
        "c=eSws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
            + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=|channel-bindings-dont-match",
        "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,c=biws,"
            + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=|invalid-encoding",
        "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,m=x,"
            + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=|invalid-encoding",
        "''|invalid-encoding",
      })
  void aLastMessageThatIsWrongProvesNothing(String message, String fault) {
    Scram scram = rfc();
    scram.begin("n,,n=user,r=rOprNGfwEbeRWgbNEkqO");
    scram.challenge(rfcVerifier());
    assertThat(scram.finish(message)).isEqualTo("e=" + fault);
    assertThat(scram.isProved()).isFalse();
  }

  @Property(tries = 300)
  void noTextMakesItFail(@ForAll String first, @ForAll String last) {
    new Scram(false, Optional.empty()).begin(first);
    Scram scram = rfc();
    scram.begin("n,,n=user,r=abc");
    scram.challenge(ALICE);
    assertThat(scram.finish(last)).startsWith("e=");
  }

  @Test
  void whoDoesNotExistLooksTheSameEveryTimeAndCanProveNothing() {
    byte[] secret = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    Verifier mallory = Verifier.standIn(secret, "mallory", 600_000);
    assertThat(Verifier.standIn(secret, "mallory", 600_000)).isEqualTo(mallory);
    assertThat(mallory.salt())
        .hasSize(16)
        .isNotEqualTo(Verifier.standIn(secret, "trudy", 1).salt())
        .isNotEqualTo(Verifier.standIn(new byte[32], "mallory", 1).salt());
    assertThat(mallory.iterations()).isEqualTo(600_000);
  }

  @Test
  void nothingSecretIsPrinted() {
    Scram scram = rfc();
    scram.begin("n,,n=user,r=rOprNGfwEbeRWgbNEkqO");
    scram.challenge(rfcVerifier());
    assertThat(scram).hasToString("Scram(ASKED)");
    assertThat(rfcVerifier()).hasToString("Verifier(4096 iterations)");
  }
}
