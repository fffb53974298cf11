package conclave.command;

import conclave.name.RoomName;
import conclave.name.Source;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What others may see of a user who is here. Immutable.
 *
 * @param since milliseconds since 1970, UTC
 * @param isServerOperator an operator of the server, or an administrator
 * @param rooms those that the user is in
 * @param away why the user is away; nothing for one who is here
 * @param modes those that the user has set
 * @param metadata what the user says of itself, by key
 */
public record User(
    Source source,
    String realname,
    long since,
    boolean isServerOperator,
    boolean isSecure,
    Set<RoomName> rooms,
    Optional<String> away,
    Set<UserMode> modes,
    Map<String, String> metadata) {
  public User {
    rooms = Set.copyOf(rooms);
    modes = Set.copyOf(modes);
    metadata = Map.copyOf(metadata);
  }

  /** Somebody who has just come in. */
  public User(
      Source source,
      String realname,
      long since,
      boolean isServerOperator,
      boolean isSecure,
      Set<RoomName> rooms) {
    this(
        source,
        realname,
        since,
        isServerOperator,
        isSecure,
        rooms,
        Optional.empty(),
        Set.of(),
        Map.of());
  }

  /** The same with another source. */
  public User with(Source changed) {
    return new User(
        changed, realname, since, isServerOperator, isSecure, rooms, away, modes, metadata);
  }

  /** The same with another real name. */
  public User withRealname(String changed) {
    return new User(
        source, changed, since, isServerOperator, isSecure, rooms, away, modes, metadata);
  }

  /** The same in other rooms. */
  private User withRooms(Set<RoomName> changed) {
    return new User(
        source, realname, since, isServerOperator, isSecure, changed, away, modes, metadata);
  }

  /** The same in one more room. */
  public User in(RoomName room) {
    Set<RoomName> more = new HashSet<>(rooms);
    more.add(room);
    return withRooms(more);
  }

  /** The same in one room less. */
  public User outOf(RoomName room) {
    Set<RoomName> less = new HashSet<>(rooms);
    less.remove(room);
    return withRooms(less);
  }

  /** The same, away or here. */
  public User withAway(Optional<String> changed) {
    return new User(
        source, realname, since, isServerOperator, isSecure, rooms, changed, modes, metadata);
  }

  /** The same with one mode more or less. */
  public User with(UserMode mode, boolean isOn) {
    Set<UserMode> changed = new HashSet<>(modes);
    if (isOn) {
      changed.add(mode);
    } else {
      changed.remove(mode);
    }
    Source seen = mode == UserMode.BOT ? source.asBot(isOn) : source;
    return new User(
        seen, realname, since, isServerOperator, isSecure, rooms, away, changed, metadata);
  }

  /** The same, saying that of itself alone. */
  public User withMetadata(Map<String, String> changed) {
    return new User(
        source, realname, since, isServerOperator, isSecure, rooms, away, modes, changed);
  }

  /** The same, saying something else of itself, or no longer saying it. */
  public User with(String key, Optional<String> value) {
    Map<String, String> changed = new HashMap<>(metadata);
    changed.remove(key);
    value.ifPresent(text -> changed.put(key, text));
    return withMetadata(changed);
  }

  /** The same, saying of itself what the other does: who it really is, its modes and its rank. */
  public User saying(User other) {
    return new User(
        source.asBot(other.source.isBot()),
        other.realname,
        since,
        other.isServerOperator,
        isSecure,
        rooms,
        away,
        other.modes,
        other.metadata);
  }

  public boolean has(UserMode mode) {
    return modes.contains(mode);
  }

  /** {@code +iw}: the modes as MODE shows them. */
  public String modeLetters() {
    Set<UserMode> all = new HashSet<>(modes);
    if (isServerOperator) {
      all.add(UserMode.OPERATOR);
    }
    return "+" + UserMode.letters(all);
  }

  /** The same, an operator of the server or not. */
  public User ranked(boolean isOperator) {
    return new User(source, realname, since, isOperator, isSecure, rooms, away, modes, metadata);
  }
}
