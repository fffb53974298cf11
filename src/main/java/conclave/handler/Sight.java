package conclave.handler;

import conclave.account.Right;
import conclave.command.User;
import conclave.name.CaseFold;
import conclave.name.Mask;
import conclave.name.RoomName;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one caller may know of others. */
final class Sight {
  private final Users users;
  private final Caller caller;

  Sight(Users users, Caller caller) {
    this.users = users;
    this.caller = caller;
  }

  /**
   * Whom a mask covers of those that the caller may be shown: itself, who is in one of its rooms,
   * and everybody for an administrator.
   */
  List<User> covered(String mask) {
    String folded = CaseFold.fold(mask.equals("0") ? "*" : mask);
    Set<String> own = caller.rooms().stream().map(RoomName::key).collect(Collectors.toSet());
    return users.all().stream()
        .filter(user -> isSeen(user, own))
        .filter(user -> isCovered(user, folded))
        .toList();
  }

  private boolean isSeen(User user, Set<String> own) {
    return mayKnowAll(user) || user.rooms().stream().anyMatch(room -> own.contains(room.key()));
  }

  private static boolean isCovered(User user, String mask) {
    return Stream.of(
            user.source().nick().text(),
            user.source().username(),
            user.source().host(),
            user.source().mask(),
            user.realname())
        .anyMatch(text -> Mask.matches(mask, CaseFold.fold(text)));
  }

  /** Where the user is connected from; nothing where that is not for the caller. */
  List<String> addresses(User user) {
    return mayKnowAll(user) ? users.addresses(user.source().nick()) : List.of();
  }

  /** The certificates that the user has shown; nothing where that is not for the caller. */
  List<String> certificates(User user) {
    return mayKnowAll(user) ? users.certificates(user.source().nick()) : List.of();
  }

  /** The nodes that the user is on; nothing for who is to see one server. */
  List<String> servers(User user, Servers servers) {
    return servers.areSeenBy(caller) ? servers.of(user.source().nick()) : List.of();
  }

  private boolean mayKnowAll(User user) {
    return caller.registration().may(Right.CONNECTIONS)
        || user.source().nick().key().equals(caller.source().nick().key());
  }

  /** For how long the user has said nothing. */
  long idleSeconds(User user) {
    long idle = System.currentTimeMillis() - users.lastActive(user.source().nick());
    return Math.max(0, TimeUnit.MILLISECONDS.toSeconds(idle));
  }
}
