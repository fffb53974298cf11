package conclave.room;

import conclave.name.RoomName;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A room's flags, key, member limit and forward. Immutable.
 *
 * @param limit how many members may be in; 0 for no limit
 * @param forward where those go who are not let in
 */
public record Modes(Set<Mode> flags, Optional<String> key, int limit, Optional<RoomName> forward) {
  /** Members only, topic for operators: what a new room starts with where nobody says otherwise. */
  public static final Modes INITIAL =
      new Modes(EnumSet.of(Mode.NO_EXTERNAL, Mode.TOPIC_LOCKED), Optional.empty(), 0);

  public Modes {
    EnumSet<Mode> copy = EnumSet.noneOf(Mode.class);
    copy.addAll(flags);
    flags = Collections.unmodifiableSet(copy);
  }

  /** Without a forward. */
  public Modes(Set<Mode> flags, Optional<String> key, int limit) {
    this(flags, key, limit, Optional.empty());
  }

  /** Those of these letters, each of a mode without a parameter; others are left out. */
  public static Modes of(String letters) {
    Set<Mode> flags =
        letters
            .chars()
            .mapToObj(letter -> Mode.of((char) letter))
            .flatMap(Optional::stream)
            .filter(mode -> mode.kind() == Mode.Kind.FLAG)
            .collect(Collectors.toSet());
    return new Modes(flags, Optional.empty(), 0);
  }

  /** These without that flag. */
  Modes without(Mode flag) {
    return after(new ModeChange(false, flag, Optional.empty()));
  }

  public boolean has(Mode flag) {
    return flags.contains(flag);
  }

  /**
   * These modes after a change of a flag, the key or a setting; other changes leave them as they
   * are.
   */
  public Modes after(ModeChange change) {
    return switch (change.mode().kind()) {
      case FLAG -> new Modes(withFlag(change), key, limit, forward);
      case KEY ->
          new Modes(flags, change.add() ? change.argument() : Optional.empty(), limit, forward);
      case SETTING -> change.mode() == Mode.FORWARD ? withForward(change) : withLimit(change);
      case LIST, ROLE -> this;
    };
  }

  private Modes withForward(ModeChange change) {
    Optional<String> to = change.add() ? change.argument() : Optional.empty();
    return new Modes(flags, key, limit, to.flatMap(RoomName::parse));
  }

  private Modes withLimit(ModeChange change) {
    int most = change.add() ? change.argument().map(Integer::parseInt).orElse(0) : 0;
    return new Modes(flags, key, most, forward);
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
    forward.ifPresent(
        room -> {
          letters.append(Mode.FORWARD.letter());
          arguments.append(' ').append(room);
        });
    if (limit > 0) {
      letters.append(Mode.LIMIT.letter());
      arguments.append(' ').append(limit);
    }
    flags.forEach(flag -> letters.append(flag.letter()));
    return letters.append(arguments).toString();
  }
}
