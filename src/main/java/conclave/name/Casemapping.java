package conclave.name;

import java.util.Optional;

/** What may become a name here, beside being one ({@code server.casemapping}). */
public enum Casemapping {
  /** Letters of all scripts, though not of several that nobody writes together. */
  PRECIS("rfc7613"),
  /** ASCII alone. */
  ASCII("ascii");

  private final String token;

  Casemapping(String token) {
    this.token = token;
  }

  /** What 005 CASEMAPPING calls it (Modern IRC §CASEMAPPING Parameter). */
  public String token() {
    return token;
  }

  /** What stands against giving this name to somebody, or to a new room. */
  public Optional<Objection> objection(String name) {
    if (CaseFold.isAscii(name)) {
      return Optional.empty();
    }
    if (this == ASCII) {
      return Optional.of(Objection.NOT_ASCII);
    }
    if (!name.codePoints().allMatch(Casemapping::isSeen)) {
      return Optional.of(Objection.NOT_SEEN);
    }
    return Scripts.areMixed(name) ? Optional.of(Objection.MIXED_SCRIPTS) : Optional.empty();
  }

  /** What is not assigned yet may turn out to have a case, and another name's look. */
  private static boolean isSeen(int c) {
    return Character.isDefined(c)
        && Character.getType(c) != Character.PRIVATE_USE
        && !IdentifierClass.isIgnorable(c);
  }
}
