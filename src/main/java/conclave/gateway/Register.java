package conclave.gateway;

import conclave.command.User;
import conclave.command.UserEvent;
import conclave.handler.Claims;
import conclave.name.Nick;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of who is here, for those who change it together. Any thread.
 *
 * @param entries the users, those of other nodes among them
 * @param looks what their nicks look like
 * @param absentees those without a connection
 * @param count how many they are
 * @param stayers who of each account stays
 * @param former who was here
 * @param announce is given what happens to users, in the order of each user
 * @param claims which nicks are in use on other nodes
 */
record Register(
    Entries entries,
    Likenesses looks,
    Absentees absentees,
    HeadCount count,
    Stayers stayers,
    FormerUsers former,
    Consumer<UserEvent> announce,
    Claims claims) {
  /** A register of nobody. */
  static Register empty(Consumer<UserEvent> announce, UnaryOperator<String> look, Claims claims) {
    Entries entries = new Entries();
    return new Register(
        entries,
        new Likenesses(look),
        new Absentees(entries),
        new HeadCount(),
        new Stayers(),
        new FormerUsers(),
        announce,
        claims);
  }

  /** Changes a user who is here, and makes of that its new entry. */
  void change(Nick nick, UnaryOperator<User> to, BiFunction<Presence, User, Presence> entry) {
    entries.computeIfPresent(
        nick.key(),
        (key, present) -> {
          User after = to.apply(present.user());
          count.changed(present.user(), after);
          return entry.apply(present, after);
        });
  }

  /** Somebody has come: that may be more than ever. */
  void counted() {
    count.now(entries.size(), entries.here());
  }

  /** What is left of a user: nobody bears the nick any more, where no node has the user. */
  @Nullable Presence orNobody(Presence entry) {
    if (entry.isHere() || !entry.others().isEmpty()) {
      return entry;
    }
    looks.free(entry.user().source().nick());
    count.went(entry.user());
    return null;
  }
}
