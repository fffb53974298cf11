package conclave.handler;

import java.util.Optional;

/**
 * A SASL exchange as far as it has come: the mechanism, and the pieces of its message (IRCv3 SASL
 * 3.1).
 */
final class SaslExchange {
  /** A piece of this length is followed by another. */
  static final int PIECE = 400;

  private static final int MAX = 4 * PIECE;

  private boolean isOpen;
  private final StringBuilder message = new StringBuilder();

  boolean isOpen() {
    return isOpen;
  }

  void open() {
    isOpen = true;
    message.setLength(0);
  }

  void close() {
    isOpen = false;
    message.setLength(0);
  }

  /** Would this piece make the message too long? */
  boolean isTooLong(String piece) {
    return piece.length() > PIECE || message.length() + piece.length() > MAX;
  }

  /** Adds a piece; the whole base64 text when that was the last one. */
  Optional<String> add(String piece) {
    message.append(piece.equals("+") ? "" : piece);
    return piece.length() == PIECE ? Optional.empty() : Optional.of(message.toString());
  }
}
