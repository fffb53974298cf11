package conclave.room;

import conclave.name.Mask;
import conclave.name.RoomName;
import conclave.name.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of a room outlives its members. Immutable.
 *
 * @param grants the roles that accounts get back when they enter, by the account's key
 * @param created milliseconds since 1970, UTC
 */
public record RoomState(
    RoomName name,
    long created,
    Optional<Topic> topic,
    Modes modes,
    List<ListEntry> lists,
    Map<String, Set<Role>> grants) {
  public RoomState {
    lists = List.copyOf(lists);
    grants = Map.copyOf(grants);
  }

  /** Has an account founded it, or been made its founder? */
  public boolean hasFounder() {
    return grants.values().stream().anyMatch(roles -> roles.contains(Role.FOUNDER));
  }

  /** A room that is there by configuration: nobody leads it, so that its topic is everybody's. */
  public static RoomState open(RoomName name, long created, Modes modes) {
    return fresh(name, created, modes.without(Mode.TOPIC_LOCKED));
  }

  /** A room that nobody has entered yet. */
  public static RoomState fresh(RoomName name, long created, Modes modes) {
    return new RoomState(name, created, Optional.empty(), modes, List.of(), Map.of());
  }

  /**
   * Is this in the log of a room of these modes? What says how the log is to be read always is:
   * what is taken out of it, what the room is called, and when it began to keep nothing.
   */
  boolean keeps(Event event) {
    return event.isLogged(modes.has(Mode.EPHEMERAL));
  }

  RoomState withName(RoomName changed) {
    return new RoomState(changed, created, topic, modes, lists, grants);
  }

  RoomState withTopic(Optional<Topic> changed) {
    return new RoomState(name, created, changed, modes, lists, grants);
  }

  RoomState withModes(Modes changed) {
    return new RoomState(name, created, topic, changed, lists, grants);
  }

  /** With what this change of a list makes of the lists. */
  RoomState withEntry(ModeChange change, Event.ModesChanged event) {
    Mask mask = Mask.of(change.argument().orElse("*"));
    List<ListEntry> changed = new ArrayList<>(lists);
    changed.removeIf(entry -> entry.list() == change.mode() && entry.mask().equals(mask));
    if (change.add()) {
      changed.add(
          new ListEntry(change.mode(), mask, event.by().nick().text(), event.stamp().time()));
    }
    return new RoomState(name, created, topic, modes, changed, grants);
  }

  boolean isBanned(Source who) {
    return isListed(Mode.BAN, who, false) && !isListed(Mode.EXCEPTION, who, false);
  }

  /** A ban takes the voice too, and there are bans that take nothing else. */
  boolean isMuted(Source who) {
    return isListed(Mode.BAN, who, true) && !isListed(Mode.EXCEPTION, who, true);
  }

  boolean isListed(Mode list, Source who, boolean withQuiet) {
    return lists.stream()
        .anyMatch(
            entry ->
                entry.list() == list
                    && (withQuiet || !entry.mask().isQuiet())
                    && entry.mask().matches(who));
  }

  RoomState withGrants(String account, Set<Role> roles) {
    Map<String, Set<Role>> changed = new HashMap<>(grants);
    if (roles.isEmpty()) {
      changed.remove(account);
    } else {
      changed.put(account, Set.copyOf(roles));
    }
    return new RoomState(name, created, topic, modes, lists, changed);
  }
}
