package conclave.room;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A room's flags, key and member limit. Immutable.
 *
 * @param limit how many members may be in; 0 for no limit
 */
public record Modes(Set<Mode> flags, Optional<String> key, int limit) {
  /** What a new room starts with: members only, topic for operators. */
  public static final Modes INITIAL =
      new Modes(EnumSet.of(Mode.NO_EXTERNAL, Mode.TOPIC_LOCKED), Optional.empty(), 0);

  public Modes {
    EnumSet<Mode> copy = EnumSet.noneOf(Mode.class);
    copy.addAll(flags);
    flags = Collections.unmodifiableSet(copy);
  }

  public boolean has(Mode flag) {
    return flags.contains(flag);
  }

  /**
   * These modes after a change of a flag, the key or the limit; other changes leave them as they
   * are.
   */
  public Modes after(ModeChange change) {
    return switch (change.mode().kind()) {
      case FLAG -> new Modes(withFlag(change), key, limit);
      case KEY -> new Modes(flags, change.add() ? change.argument() : Optional.empty(), limit);
      case LIMIT ->
          new Modes(
              flags, key, change.add() ? change.argument().map(Integer::parseInt).orElse(0) : 0);
      case LIST, ROLE -> this;
    };
  }

  private Set<Mode> withFlag(ModeChange change) {
    EnumSet<Mode> changed = EnumSet.noneOf(Mode.class);
    changed.addAll(flags);
    if (change.add()) {
      changed.add(change.mode());
    } else {
      changed.remove(change.mode());
    }
    return changed;
  }

  /** {@code +klnt secret 10}: as 324 shows it. The key is shown to members only. */
  public String text(boolean withKey) {
    StringBuilder letters = new StringBuilder("+");
    StringBuilder arguments = new StringBuilder();
    key.ifPresent(
        k -> {
          letters.append(Mode.KEY.letter());
          arguments.append(withKey ? " " + k : " *");
        });
    if (limit > 0) {
      letters.append(Mode.LIMIT.letter());
      arguments.append(' ').append(limit);
    }
    flags.forEach(flag -> letters.append(flag.letter()));
    return letters.append(arguments).toString();
  }
}
