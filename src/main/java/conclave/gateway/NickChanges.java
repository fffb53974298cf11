package conclave.gateway;

import conclave.command.UserEvent;
import conclave.name.Nick;
import conclave.name.Source;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Gives those of the directory other nicks, and whatever knows them by their nick. Any thread. */
final class NickChanges {
  private final ConcurrentHashMap<String, Presence> entries;
  private final Likenesses looks;
  private final Stayers stayers;
  private final FormerUsers former;
  private final Consumer<UserEvent> announce;

  NickChanges(
      ConcurrentHashMap<String, Presence> entries,
      Likenesses looks,
      Stayers stayers,
      FormerUsers former,
      Consumer<UserEvent> announce) {
    this.entries = entries;
    this.looks = looks;
    this.stayers = stayers;
    this.former = former;
    this.announce = announce;
  }

  /** False where the new nick is taken, or several connections share the old one. */
  boolean change(Nick from, Source to) {
    Presence entry = entries.get(from.key());
    if (entry == null || entry.links().size() > 1) {
      return false;
    }
    Nick nick = to.nick();
    Presence renamed = entry.with(entry.user().with(to));
    if (from.key().equals(nick.key())) {
      return looks.move(from, to)
          && (entries.replace(from.key(), entry, renamed) || change(from, to));
    }
    if (entries.putIfAbsent(nick.key(), renamed) != null) {
      return false;
    }
    if (!looks.move(from, to)) {
      entries.remove(nick.key(), renamed);
      return false;
    }
    if (entries.remove(from.key(), entry)) {
      stayers.moved(from, to);
      former.add(entry.user());
      announce.accept(new UserEvent.NickChanged(entry.user().source(), nick));
      return true;
    }
    // The user came into a room or left one meanwhile: the new entry must know of it.
    looks.move(nick, entry.user().source());
    entries.remove(nick.key(), renamed);
    return change(from, to);
  }
}
