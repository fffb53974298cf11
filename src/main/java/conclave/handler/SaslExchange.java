package conclave.handler;

import java.util.Optional;

/**
 * A SASL exchange as far as it has come: the mechanism, and the pieces of its next message (IRCv3
 * SASL 3.1).
 */
final class SaslExchange {
  /** A piece of this length is followed by another. */
  static final int PIECE = 400;

  private static final int MAX = 8 * PIECE;

  private Optional<Mechanism> mechanism = Optional.empty();
  private final StringBuilder message = new StringBuilder();

  /** Nothing where there is none under way. */
  Optional<Mechanism> mechanism() {
    return mechanism;
  }

  void open(Mechanism chosen) {
    mechanism = Optional.of(chosen);
    message.setLength(0);
  }

  void close() {
    mechanism = Optional.empty();
    message.setLength(0);
  }

  /** Would this piece make the message too long? */
  boolean isTooLong(String piece) {
    return piece.length() > PIECE || message.length() + piece.length() > MAX;
  }

  /** Adds a piece; the whole base64 text when that was the last one. */
  Optional<String> add(String piece) {
    message.append(piece.equals("+") ? "" : piece);
    if (piece.length() == PIECE) {
      return Optional.empty();
    }
    String whole = message.toString();
    message.setLength(0);
    return Optional.of(whole);
  }
}
