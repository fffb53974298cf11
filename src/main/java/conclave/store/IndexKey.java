package conclave.store;

import conclave.account.Fingerprint;
import conclave.room.RetryKey;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes of what must be found, and may not be read, a tag that stands in its row: a keyed hash,
 * whose key is kept sealed and outlives changes of the store's key.
 */
final class IndexKey {
  static final String NAME = "index";
  private static final int BYTES = 32;

  private final SecretKeySpec key;

  private IndexKey(byte[] key) {
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  /** The key of this store, made where it has none yet. */
  static Future<IndexKey> obtain(Engine engine, Pool pool, Sealing sealing) {
    return Meta.obtain(engine, pool, NAME, () -> seal(random(), sealing))
        .map(kept -> new IndexKey(open(kept, sealing)));
  }

  private static byte[] random() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  static byte[] seal(byte[] key, Sealing sealing) {
    return sealing.seal(key, Bound.toIndex());
  }

  static byte[] open(byte[] sealed, Sealing sealing) {
    return sealing.open(sealed, Bound.toIndex());
  }

  /** Always the same for a certificate. */
  String tag(Fingerprint certificate) {
    return tag(certificate.hex());
  }

  /** Always the same for a retry key in a place; no fingerprint has a space in it. */
  String tag(long place, RetryKey key) {
    return tag("sent " + place + " " + key.sender() + " " + key.id());
  }

  /** Always the same for what is one nick. */
  String tagOfNick(String key) {
    return tag("nick " + key);
  }

  /** Always the same for what looks like one nick. */
  String tagOfLook(String look) {
    return tag("look " + look);
  }

  private String tag(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has no HmacSHA256", e);
    }
  }
}
