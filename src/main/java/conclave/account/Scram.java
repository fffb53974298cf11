package conclave.account;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of one SCRAM-SHA-256 exchange, with or without channel binding (RFC 5802, RFC
 * 7677). Text in, text out: {@link #begin}, {@link #challenge}, {@link #finish}, once each and in
 * this order. A fault ends it.
 */
public final class Scram {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BYTES = 24;

  private enum State {
    NEW,
    NAMED,
    ASKED,
    OVER
  }

  private final boolean isPlus;
  private final Optional<byte[]> endPoint;
  private final String serverNonce;
  private State state = State.NEW;
  private ScramFirst first = new ScramFirst("", "", "", "", Optional.empty());
  private String question = "";
  private @Nullable Verifier verifier;
  private boolean isProved;

  /**
   * Begins an exchange.
   *
   * @param isPlus the client has chosen SCRAM-SHA-256-PLUS
   * @param endPoint what {@code tls-server-end-point} is on this connection (RFC 5929 §4); nothing
   *     where PLUS is not offered
   */
  public Scram(boolean isPlus, Optional<byte[]> endPoint) {
    this(isPlus, endPoint, newNonce());
  }

  Scram(boolean isPlus, Optional<byte[]> endPoint, String serverNonce) {
    this.isPlus = isPlus;
    this.endPoint = endPoint;
    this.serverNonce = serverNonce;
  }

  private static String newNonce() {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    return Base64.getEncoder().encodeToString(nonce);
  }

  /**
   * Takes the client's first message.
   *
   * @return what is wrong with it, for the client; nothing where {@link #name} is known now
   */
  public Optional<String> begin(String message) {
    advance(State.NEW, State.NAMED);
    first = ScramFirst.read(message, isPlus, endPoint.isPresent());
    return first
        .fault()
        .map(
            fault -> {
              state = State.OVER;
              return fault.message();
            });
  }

  /** Who the client says it is. */
  public String name() {
    return first.name();
  }

  /** What to ask the client, whose verifier, or what stands in for it, this is. */
  public String challenge(Verifier kept) {
    advance(State.NAMED, State.ASKED);
    verifier = kept;
    question =
        ("r=" + first.nonce() + serverNonce)
            + (",s=" + Base64.getEncoder().encodeToString(kept.salt()))
            + (",i=" + kept.iterations());
    return question;
  }

  /**
   * Takes the client's last message.
   *
   * @return the server's last word: its own proof where {@link #isProved}, else what is wrong
   */
  public String finish(String message) {
    advance(State.ASKED, State.OVER);
    int at = message.lastIndexOf(",p=");
    String[] attributes = message.substring(0, Math.max(at, 0)).split(",", -1);
    if (attributes.length < 2
        || !attributes[0].startsWith("c=")
        || !attributes[1].startsWith("r=")
        || !ScramFirst.areExtensions(attributes, 2)) {
      return ScramFault.INVALID_ENCODING.message();
    }
    Optional<byte[]> binding = base64(attributes[0].substring(2));
    Optional<byte[]> proof = base64(message.substring(at + 3));
    if (binding.isEmpty() || proof.isEmpty()) {
      return ScramFault.INVALID_ENCODING.message();
    }
    if (!MessageDigest.isEqual(binding.get(), expectedBinding())) {
      return ScramFault.BINDINGS_DONT_MATCH.message();
    }
    if (!same(attributes[1].substring(2), first.nonce() + serverNonce)) {
      return ScramFault.OTHER.message();
    }
    return judge(proof.get(), first.bare() + "," + question + "," + message.substring(0, at));
  }

  /** Has the client proved that it knows the password? */
  public boolean isProved() {
    return isProved;
  }

  private String judge(byte[] proof, String all) {
    Verifier kept = verifier;
    if (kept == null) {
      throw new IllegalStateException("nobody was asked");
    }
    byte[] key = Hashes.hmac(kept.storedKey(), all);
    if (proof.length != key.length) {
      return ScramFault.INVALID_PROOF.message();
    }
    for (int i = 0; i < key.length; i++) {
      key[i] ^= proof[i];
    }
    isProved = MessageDigest.isEqual(Hashes.sha256(key), kept.storedKey());
    return isProved
        ? "v=" + Base64.getEncoder().encodeToString(Hashes.hmac(kept.serverKey(), all))
        : ScramFault.INVALID_PROOF.message();
  }

  private byte[] expectedBinding() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(first.header().getBytes(StandardCharsets.UTF_8));
    if (isPlus) {
      bytes.writeBytes(endPoint.orElseThrow());
    }
    return bytes.toByteArray();
  }

  private void advance(State from, State to) {
    if (state != from) {
      throw new IllegalStateException("SCRAM is " + state + ", not " + from);
    }
    state = to;
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** Base64 with all its padding and nothing else: one text for each value. */
  private static Optional<byte[]> base64(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return Optional.of(bytes).filter(b -> Base64.getEncoder().encodeToString(b).equals(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Scram(" + state + ")";
  }
}
