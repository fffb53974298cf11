package conclave.cli;

import conclave.name.CaseFold;
import java.util.Locale;
import java.util.Optional;
import org.jline.utils.AttributedStyle;

/** The colours of what is shown. */
enum Theme {
  /** Colours that can be read on dark and on light. */
  AUTO(31, 33, 37, 63, 65, 97, 99, 125, 129, 130, 132, 136, 160, 166, 168),
  /** Light colours, for a dark background. */
  DARK(39, 43, 75, 79, 111, 114, 141, 150, 173, 175, 180, 208),
  /** Dark colours, for a light background. */
  LIGHT(19, 22, 25, 28, 52, 54, 88, 90, 94, 124, 130, 161),
  /** No colours. */
  MONO;

  /** Where a terminal has no more than the eight: neither black nor white. */
  private static final String FEW = "\u0001\u0002\u0003\u0004\u0005\u0006";

  private static final int MANY_COLOURS = 256;

  private final String nicks; // each character is one: an enum has to be immutable

  Theme(int... nicks) {
    this.nicks = new String(nicks, 0, nicks.length);
  }

  static Optional<Theme> named(String name) {
    for (Theme theme : values()) {
      if (theme.toString().equals(name)) {
        return Optional.of(theme);
      }
    }
    return Optional.empty();
  }

  /**
   * The style of a nick, always the same.
   *
   * @param colours how many the terminal has
   */
  AttributedStyle nick(String nick, int colours) {
    if (this == MONO || colours < FEW.length()) {
      return AttributedStyle.BOLD;
    }
    String palette = colours < MANY_COLOURS ? FEW : nicks;
    int which = Math.floorMod(CaseFold.fold(nick).hashCode(), palette.length());
    return AttributedStyle.DEFAULT.foreground(palette.charAt(which));
  }

  /** Of what is beside the point: times, marks, who comes and goes. */
  AttributedStyle aside() {
    return AttributedStyle.DEFAULT.faint();
  }

  /** Of what speaks to the user. */
  AttributedStyle call() {
    return this == MONO
        ? AttributedStyle.BOLD.inverse()
        : AttributedStyle.BOLD.foreground(AttributedStyle.MAGENTA);
  }

  AttributedStyle failure() {
    return this == MONO
        ? AttributedStyle.BOLD
        : AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
  }

  AttributedStyle heading() {
    return AttributedStyle.BOLD;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
