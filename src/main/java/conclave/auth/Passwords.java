package conclave.auth;

import java.util.Optional;
import rocks.xmpp.precis.PrecisProfiles;

/**
 * What may be a password (RFC 8265 §4, OpaqueString), and its one form whatever keyboard typed it.
 */
final class Passwords {
  private static final int SHORTEST = 8;
  private static final int LONGEST = 300;

  private Passwords() {}

  /** The form that is hashed; nothing where this can't be anybody's password. */
  static Optional<String> normalised(String password) {
    if (password.isEmpty() || password.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(PrecisProfiles.OPAQUE_STRING.enforce(password));
    } catch (IllegalArgumentException forbidden) {
      return Optional.empty();
    }
  }

  /** The form that is hashed; nothing where it may not become anybody's password. */
  static Optional<String> acceptable(String password) {
    return normalised(password).filter(text -> text.codePointCount(0, text.length()) >= SHORTEST);
  }
}
