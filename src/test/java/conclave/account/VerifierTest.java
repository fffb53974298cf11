package conclave.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class VerifierTest {
  /** The example of RFC 7677 §3. */
  private static final Verifier PENCIL =
      Verifier.of("pencil", base64("W22ZaJ0SNY7soEsUEjb6gQ=="), 4096);

  private static final String NONCE = "rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
  private static final String AUTH_MESSAGE =
      "n=user,r=rOprNGfwEbeRWgbNEkqO"
          + (",r=" + NONCE + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096")
          + (",c=biws,r=" + NONCE);

  private static byte[] base64(String text) {
    return Base64.getDecoder().decode(text);
  }

  private static byte[] hmac(byte[] key) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(AUTH_MESSAGE.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void theProofOfTheStandardsExampleFitsTheStoredKey() throws GeneralSecurityException {
    byte[] proof = base64("dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
    byte[] signature = hmac(PENCIL.storedKey());
    byte[] clientKey = new byte[proof.length];
    for (int i = 0; i < proof.length; i++) {
      clientKey[i] = (byte) (proof[i] ^ signature[i]);
    }
    assertThat(MessageDigest.getInstance("SHA-256").digest(clientKey))
        .isEqualTo(PENCIL.storedKey());
  }

  @Test
  void theServerSignsAsInTheStandardsExample() throws GeneralSecurityException {
    assertThat(hmac(PENCIL.serverKey()))
        .isEqualTo(base64("6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="));
  }

  @Test
  void thePasswordMatchesAndNoOtherDoes() {
    assertThat(PENCIL.matches("pencil")).isTrue();
    assertThat(PENCIL.matches("Pencil")).isFalse();
    assertThat(PENCIL.matches("pencil ")).isFalse();
    assertThat(PENCIL.matches("")).isFalse();
  }

  @Test
  void passwordsOfAnyScriptAreTakenAsUtf8() {
    Verifier verifier = Verifier.of("пароль-密码-😀", 10);
    assertThat(verifier.matches("пароль-密码-😀")).isTrue();
    assertThat(verifier.matches("пароль-密码-😁")).isFalse();
  }

  @Test
  void twoOfOnePasswordHaveNothingInCommon() {
    Verifier one = Verifier.of("pencil", 10);
    Verifier two = Verifier.of("pencil", 10);
    assertThat(one).isNotEqualTo(two);
    assertThat(one.salt()).hasSize(16).isNotEqualTo(two.salt());
    assertThat(one.storedKey()).hasSize(32).isNotEqualTo(two.storedKey());
    assertThat(one.serverKey()).hasSize(32).isNotEqualTo(two.serverKey());
  }

  @Test
  void whatIsPrintedTellsNothingThatHelpsAThief() {
    assertThat(PENCIL).hasToString("Verifier(4096 iterations)");
  }

  @Test
  void equalVerifiersAreEqual() {
    Verifier same = Verifier.of("pencil", base64("W22ZaJ0SNY7soEsUEjb6gQ=="), 4096);
    assertThat(same).isEqualTo(PENCIL).hasSameHashCodeAs(PENCIL);
    assertThat(new Verifier(same.salt(), 1, same.storedKey(), same.serverKey()))
        .isNotEqualTo(PENCIL);
  }
}
