package conclave.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/**
 * Seals bytes with AES-256-GCM, so that without the key they can be neither read nor altered
 * unnoticed. Holds one key or, while it is being changed, several: it seals with the primary one
 * and opens with any. Costs some microseconds; any thread.
 */
final class Sealing {
  /** A sealed text begins with this and the id of its key. */
  private static final byte TINK = 1;

  private static final int PREFIX_BYTES = 1 + Integer.BYTES;

  private static final Configuration TINKS = AeadConfig2026.get();

  private final KeysetHandle keys;
  private final Aead aead;

  private Sealing(KeysetHandle keys) throws GeneralSecurityException {
    this.keys = keys;
    this.aead = keys.getPrimitive(TINKS, Aead.class);
  }

  /** With a new key. */
  static Sealing fresh() {
    try {
      return new Sealing(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TINKS));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no key can be made", e);
    }
  }

  /** With the keys that {@link #keyset} wrote. */
  static Sealing parse(String keyset) throws GeneralSecurityException {
    return new Sealing(
        TinkJsonProtoKeysetFormat.parseKeyset(keyset, TINKS, InsecureSecretKeyAccess.get()));
  }

  /** All keys, in clear. */
  String keyset() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(keys, TINKS, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key can't be written", e);
    }
  }

  /** The same keys and a new one, which seals from now on. */
  Sealing withNewKey() {
    try {
      return new Sealing(
          KeysetHandle.newBuilder(keys)
              .setConfiguration(TINKS)
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                      .withRandomId()
                      .makePrimary())
              .build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no key can be added", e);
    }
  }

  /** The key that seals, without all others. */
  Sealing withPrimaryAlone() {
    try {
      KeysetHandle.Entry primary = keys.getPrimary();
      return new Sealing(
          KeysetHandle.newBuilder()
              .setConfiguration(TINKS)
              .addEntry(
                  KeysetHandle.importKey(primary.getKey())
                      .withFixedId(primary.getId())
                      .makePrimary())
              .build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no key can be taken away", e);
    }
  }

  /** Is the key being changed? */
  boolean hasSeveralKeys() {
    return keys.size() > 1;
  }

  /** Was this sealed with the key that seals now? */
  boolean isCurrent(byte[] sealed) {
    return sealed.length > PREFIX_BYTES
        && sealed[0] == TINK
        && ByteBuffer.wrap(sealed).getInt(1) == keys.getPrimary().getId();
  }

  /**
   * Seals a text.
   *
   * @param bound where it belongs: it opens with nothing else
   */
  byte[] seal(byte[] text, byte[] bound) {
    try {
      return aead.encrypt(text, bound);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a row can't be sealed", e);
    }
  }

  /** Opens what was sealed and bound to the same; anything else is {@link Unreadable}. */
  byte[] open(byte[] sealed, byte[] bound) {
    try {
      return aead.decrypt(sealed, bound);
    } catch (GeneralSecurityException e) {
      throw new Unreadable("it was altered, or sealed with another key", e);
    }
  }
}
