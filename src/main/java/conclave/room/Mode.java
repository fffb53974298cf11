package conclave.room;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every mode of a room (Modern IRC §Channel Modes). The tokens CHANMODES and PREFIX of 005 come
 * from this list.
 */
public enum Mode {
  BAN('b', Kind.LIST),
  EXCEPTION('e', Kind.LIST),
  INVITATION('I', Kind.LIST),
  KEY('k', Kind.KEY),
  FORWARD('f', Kind.SETTING),
  LIMIT('l', Kind.SETTING),
  INVITE_ONLY('i', Kind.FLAG),
  MODERATED('m', Kind.FLAG),
  NO_EXTERNAL('n', Kind.FLAG),
  SECRET('s', Kind.FLAG),
  TOPIC_LOCKED('t', Kind.FLAG),
  /** Colours and formatting are taken out of what is said. */
  NO_COLOURS('c', Kind.FLAG),
  /** No CTCP but ACTION. */
  NO_CTCP('C', Kind.FLAG),
  /** Only accounts and those with a voice may speak. */
  ACCOUNTS_SPEAK('M', Kind.FLAG),
  /** Only accounts may join. */
  ACCOUNTS_JOIN('R', Kind.FLAG),
  NO_NOTICES('T', Kind.FLAG),
  /** Those without a role are seen by half-operators and above alone. */
  AUDITORIUM('u', Kind.FLAG),
  /** What happens is shown, and not kept. */
  EPHEMERAL('E', Kind.FLAG),
  FOUNDER('q', Kind.ROLE),
  ADMIN('a', Kind.ROLE),
  OPERATOR('o', Kind.ROLE),
  HALFOP('h', Kind.ROLE),
  VOICE('v', Kind.ROLE);

  /** What a mode's parameter is. */
  public enum Kind {
    /** A mask to add or remove; none asks for the list (type A). */
    LIST,
    /** A parameter to set and to unset (type B). */
    KEY,
    /** A parameter to set only (type C). */
    SETTING,
    /** No parameter (type D). */
    FLAG,
    /** A member's nick (PREFIX). */
    ROLE
  }

  private final char letter;
  private final Kind kind;

  Mode(char letter, Kind kind) {
    this.letter = letter;
    this.kind = kind;
  }

  /** The letter of {@code MODE #room +letter}. */
  public char letter() {
    return letter;
  }

  public Kind kind() {
    return kind;
  }

  /** The role that a mode of kind ROLE gives. */
  public Role role() {
    return Role.ofMode(letter).orElseThrow();
  }

  /** The mode with this letter. */
  public static Optional<Mode> of(char letter) {
    return Arrays.stream(values()).filter(mode -> mode.letter == letter).findFirst();
  }

  /** The letters of one kind, in the order of this list. */
  public static String letters(Kind kind) {
    StringBuilder letters = new StringBuilder();
    for (Mode mode : values()) {
      if (mode.kind == kind) {
        letters.append(mode.letter);
      }
    }
    return letters.toString();
  }
}
