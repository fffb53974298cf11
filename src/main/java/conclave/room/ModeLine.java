package conclave.room;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code MODE #room +ov-k alice bob *} asks (Modern IRC §MODE): changes, questions for a list,
 * letters that are no modes, and modes that lack their parameter. Each of the last three is named
 * once, however often it is written.
 */
public record ModeLine(
    List<ModeChange> changes, List<Mode> questions, List<Character> unknown, List<Mode> lacking) {
  /** How many changes one command may ask for (005 MODES); what exceeds it is left out. */
  public static final int MAX_CHANGES = 20;

  public ModeLine {
    changes = List.copyOf(changes);
    questions = List.copyOf(questions);
    unknown = List.copyOf(unknown);
    lacking = List.copyOf(lacking);
  }

  /** Reads a mode string and its parameters. */
  public static ModeLine parse(String letters, List<String> arguments) {
    List<ModeChange> changes = new ArrayList<>();
    Set<Mode> questions = new LinkedHashSet<>();
    Set<Character> unknown = new LinkedHashSet<>();
    Set<Mode> lacking = new LinkedHashSet<>();
    boolean add = true;
    int next = 0;
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      Optional<Mode> mode = Mode.of(letter);
      if (letter == '+' || letter == '-') {
        add = letter == '+';
      } else if (mode.isEmpty()) {
        unknown.add(letter);
      } else if (!wantsArgument(mode.get(), add)) {
        changes.add(new ModeChange(add, mode.get(), Optional.empty()));
      } else if (next < arguments.size()) {
        changes.add(new ModeChange(add, mode.get(), Optional.of(arguments.get(next++))));
      } else if (mode.get() == Mode.KEY && !add) {
        changes.add(new ModeChange(false, Mode.KEY, Optional.empty()));
      } else {
        (mode.get().kind() == Mode.Kind.LIST ? questions : lacking).add(mode.get());
      }
    }
    return new ModeLine(
        changes.stream().limit(MAX_CHANGES).toList(),
        List.copyOf(questions),
        List.copyOf(unknown),
        List.copyOf(lacking));
  }

  private static boolean wantsArgument(Mode mode, boolean add) {
    return switch (mode.kind()) {
      case LIST, KEY, ROLE -> true;
      case SETTING -> add;
      case FLAG -> false;
    };
  }
}
