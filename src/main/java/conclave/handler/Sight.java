package conclave.handler;

import conclave.account.Right;
import conclave.command.User;
import conclave.command.UserMode;
import conclave.name.CaseFold;
import conclave.name.Mask;
import conclave.name.Nick;
import conclave.room.RoomView;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
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
   * Whom a mask covers of those that the caller may be shown: itself, whom it sees in one of its
   * rooms, and everybody for an administrator.
   */
  Future<List<User>> covered(String mask, Rooms rooms) {
    String folded = CaseFold.fold(mask.equals("0") ? "*" : mask);
    return (mayKnowAll() ? Future.succeededFuture(Set.<String>of()) : met(rooms))
        .map(
            met ->
                users.all().stream()
                    .filter(user -> mayKnowAll(user) || met.contains(keyOf(user)))
                    .filter(user -> isCovered(user, folded))
                    .toList());
  }

  /** Whom the caller sees in its rooms. */
  private Future<Set<String>> met(Rooms rooms) {
    Nick self = caller.source().nick();
    List<Future<Optional<RoomView>>> looks = caller.rooms().stream().map(rooms::look).toList();
    return Future.join(looks)
        .map(
            all ->
                looks.stream()
                    .flatMap(look -> look.result().stream())
                    .flatMap(room -> room.seenBy(self).members().stream())
                    .map(member -> member.source().nick().key())
                    .collect(Collectors.toSet()));
  }

  private static String keyOf(User user) {
    return user.source().nick().key();
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

  /** The room with those members alone whom the caller may be shown in it. */
  RoomView seen(RoomView room) {
    RoomView seen = room.seenBy(caller.source().nick());
    return mayKnowAll() || isIn(room)
        ? seen
        : seen.with(member -> users.find(member.source().nick()).filter(Sight::hides).isEmpty());
  }

  /** May the caller be told that the user is in a room, as far as that is the user's choice? */
  boolean mayPlace(User user, RoomView in) {
    return !hides(user) || mayKnowAll(user) || isIn(in);
  }

  private boolean isIn(RoomView room) {
    return room.member(caller.source().nick()).isPresent();
  }

  private static boolean hides(User user) {
    return user.has(UserMode.INVISIBLE);
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
    return mayKnowAll() || keyOf(user).equals(caller.source().nick().key());
  }

  private boolean mayKnowAll() {
    return caller.registration().may(Right.CONNECTIONS);
  }

  /** For how long the user has said nothing. */
  long idleSeconds(User user) {
    long idle = System.currentTimeMillis() - users.lastActive(user.source().nick());
    return Math.max(0, TimeUnit.MILLISECONDS.toSeconds(idle));
  }
}
