package conclave.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What others see in place of a guest's address: the same for the same prefix, and telling nothing
 * without the key.
 */
public final class Cloak {
  private static final int SHOWN_BYTES = 6;

  private final SecretKeySpec key;

  /**
   * Cloaks with a key.
   *
   * @param key 32 random bytes that stay the same over restarts
   */
  public Cloak(byte[] key) {
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  String of(AddressPrefix prefix) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] hash = mac.doFinal(prefix.text().getBytes(StandardCharsets.US_ASCII));
      return "guest/" + HexFormat.of().formatHex(hash, 0, SHOWN_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has no HmacSHA256", e);
    }
  }
}
