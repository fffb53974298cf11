package conclave.command;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** What users may be in themselves (Modern IRC §User Modes). 004 and 221 come from this list. */
public enum UserMode {
  /** A program (IRCv3 bot-mode). */
  BOT('B'),
  /** Seen in a room by nobody but those who are in it. */
  INVISIBLE('i'),
  /** An administrator: given with the account, and may only be taken off. */
  OPERATOR('o'),
  /** Is told only by people with an account. */
  REGISTERED_ONLY('R'),
  /** Gets WALLOPS. */
  WALLOPS('w');

  private final char letter;

  UserMode(char letter) {
    this.letter = letter;
  }

  /** The letter of {@code MODE nick +letter}. */
  public char letter() {
    return letter;
  }

  /** The mode with this letter. */
  public static Optional<UserMode> of(int letter) {
    return Arrays.stream(values()).filter(mode -> mode.letter == letter).findFirst();
  }

  /** The letters of some modes, in the order of this list. */
  public static String letters(Collection<UserMode> modes) {
    return Arrays.stream(values())
        .filter(modes::contains)
        .map(mode -> String.valueOf(mode.letter))
        .collect(Collectors.joining());
  }
}
