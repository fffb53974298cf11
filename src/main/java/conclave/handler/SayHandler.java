package conclave.handler;

import conclave.command.Command.Say;
import conclave.command.LineLimits;
import conclave.command.Reply;
import conclave.command.User;
import conclave.command.UserAnswer;
import conclave.command.UserAnswer.Former;
import conclave.command.UserMode;
import conclave.name.CaseFold;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.name.Utf8;
import conclave.room.Conversation;
import conclave.room.Reason;
import conclave.room.Refusal;
import conclave.room.RetryKey;
import conclave.room.Role;
import conclave.room.RoomCommand;
import conclave.room.SayKind;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PRIVMSG, NOTICE and TAGMSG, to rooms and to users (Modern IRC §PRIVMSG). The line itself comes
 * down as an event.
 */
final class SayHandler implements CommandHandler<Say> {
  /** How many targets one command may have (005 TARGMAX). */
  static final int MAX_TARGETS = 4;

  private final Rooms rooms;
  private final Users users;

  SayHandler(Rooms rooms, Users users) {
    this.rooms = rooms;
    this.users = users;
  }

  @Override
  public Future<Void> handle(Say say, Caller caller) {
    if (say.text().isEmpty() && say.kind() != SayKind.TAGMSG) {
      return refuse(say, caller, Reason.NO_TEXT);
    }
    if (Retries.isBad(say, caller)) {
      return refuse(say, caller, Reason.BAD_MESSAGE_ID);
    }
    if (say.targets().size() > MAX_TARGETS) {
      return refuse(say, caller, Reason.TOO_MANY_TARGETS, String.join(",", say.targets()));
    }
    if (say.targets().size() == 1) {
      return sayTo(say.targets().get(0), say, caller);
    }
    return Future.join(say.targets().stream().map(target -> sayTo(target, say, caller)).toList())
        .mapEmpty();
  }

  /** As the target is called in what is relayed: in another case, a name may be longer. */
  private String shown(String target, Caller caller) {
    String key = CaseFold.fold(target);
    if (key.length() == Utf8.length(target)) {
      return target; // all ASCII
    }
    return Nick.parse(target)
        .flatMap(users::find)
        .map(user -> user.source().nick().text())
        .or(
            () ->
                caller.rooms().stream()
                    .filter(room -> key.endsWith(room.key()))
                    .map(room -> key.substring(0, key.length() - room.key().length()) + room)
                    .findFirst())
        .orElse(target);
  }

  private Future<Void> sayTo(String target, Say say, Caller caller) {
    // What is relayed has the sender's mask before it, and must still be a whole line: refused
    // rather than cut.
    String shown = shown(target, caller);
    String head = ":" + caller.source().mask() + " " + say.kind() + " " + shown + " :";
    if (longestLine(say.text()) > LineLimits.MAX_BODY - Utf8.length(head)) {
      return refuse(say, caller, Reason.LINE_TOO_LONG);
    }
    Optional<Role> audience =
        target.startsWith("#", 1) ? Role.ofPrefix(target.charAt(0)) : Optional.empty();
    String room = audience.isPresent() ? target.substring(1) : target;
    return room.startsWith("#") ? sayIn(room, audience, say, caller) : tell(target, say, caller);
  }

  private Future<Void> sayIn(String target, Optional<Role> audience, Say say, Caller caller) {
    return RoomName.parse(target)
        .map(
            room ->
                submit(
                    room.text(),
                    new RoomCommand.Say(
                        caller.source(), say.kind(), say.text(), say.tags(), audience),
                    say,
                    caller))
        .orElseGet(() -> refuse(say, caller, Reason.NO_SUCH_ROOM, target));
  }

  private static int longestLine(String text) {
    return text.lines().mapToInt(Utf8::length).max().orElse(0);
  }

  private Future<Void> tell(String target, Say say, Caller caller) {
    Optional<User> user = Nick.parse(target).flatMap(users::find);
    if (user.isEmpty()) {
      return tellNobody(target, say, caller);
    }
    Source to = user.get().source();
    boolean isStranger =
        caller.source().account().isEmpty() && user.get().has(UserMode.REGISTERED_ONLY);
    if (isStranger) {
      return refuse(say, caller, Reason.TELLS_NEED_ACCOUNT, to.nick().text());
    }
    String conversation =
        Conversation.key(Conversation.party(caller.source()), Conversation.party(to));
    return submit(
            conversation,
            new RoomCommand.Tell(caller.source(), to.nick(), say.kind(), say.text(), say.tags()),
            say,
            caller)
        .onSuccess(done -> tellIfAway(user.get(), say, caller));
  }

  /** Who has left since was told it all the same, if it is a retry. */
  private Future<Void> tellNobody(String target, Say say, Caller caller) {
    Optional<Nick> nick = Nick.parse(target);
    Optional<RetryKey> key = nick.flatMap(parsed -> Retries.key(say, caller));
    if (key.isEmpty()) {
      return refuse(say, caller, Reason.NO_SUCH_NICK, target);
    }
    return recall(told(nick.get(), caller), key.get(), caller)
        .compose(
            isKnown ->
                isKnown
                    ? Future.succeededFuture()
                    : refuse(say, caller, Reason.NO_SUCH_NICK, target));
  }

  /** The conversations with whom the nick may have meant: its account, and who bore it last. */
  private List<String> told(Nick nick, Caller caller) {
    String self = Conversation.party(caller.source());
    return Stream.concat(
            Stream.of(nick.text()),
            users.formerly(nick).stream().limit(1).map(Former::source).map(Conversation::party))
        .map(other -> Conversation.key(self, other))
        .distinct()
        .toList();
  }

  /** Shows again what was said under the key in one of these, if anything was. */
  private Future<Boolean> recall(List<String> conversations, RetryKey key, Caller caller) {
    if (conversations.isEmpty()) {
      return Future.succeededFuture(false);
    }
    String conversation = conversations.get(0);
    List<String> others = conversations.subList(1, conversations.size());
    return rooms
        .recall(conversation, key)
        .compose(
            first -> {
              first.ifPresent(event -> Retries.showAgain(event, conversation, caller));
              return first.isPresent() ? Future.succeededFuture(true) : recall(others, key, caller);
            });
  }

  private static void tellIfAway(User user, Say say, Caller caller) {
    if (say.kind() == SayKind.PRIVMSG) {
      user.away()
          .ifPresent(
              text ->
                  caller.reply(
                      new Reply.OfUsers(new UserAnswer.IsAway(user.source().nick(), text))));
    }
  }

  private Future<Void> submit(String place, RoomCommand command, Say say, Caller caller) {
    return rooms
        .say(place, command, Retries.origin(say, caller))
        .compose(
            spoken -> {
              spoken.first().ifPresent(first -> Retries.showAgain(first, place, caller));
              return settle(spoken.refusals(), say, caller);
            });
  }

  /** Nothing may answer a notice automatically, not even a refusal (Modern IRC §NOTICE). */
  private static Future<Void> settle(List<Refusal> refusals, Say say, Caller caller) {
    return say.kind() == SayKind.NOTICE ? Future.succeededFuture() : caller.settle(refusals);
  }

  private static Future<Void> refuse(Say say, Caller caller, Reason reason, String... about) {
    return say.kind() == SayKind.NOTICE ? Future.succeededFuture() : caller.refuse(reason, about);
  }
}
