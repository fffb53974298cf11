package conclave.handler;

import conclave.account.Fingerprint;
import conclave.account.Peer;
import conclave.command.Command;
import conclave.command.Reply;
import conclave.command.User;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.Origin;
import conclave.room.Reason;
import conclave.room.Refusal;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who gave a command, as a handler sees it: one connection. Used on the connection's loop only. */
public interface Caller {
  /** Where a connection is in its life. */
  enum Phase {
    REGISTERING,
    READY,
    CLOSED
  }

  Phase phase();

  Way way();

  /** Unique among the connections of the network. */
  default String connection() {
    return way().connection();
  }

  Registration registration();

  /** The user that this connection belongs to. Only when READY. */
  Source source();

  /** Where the connection comes from. */
  Peer peer();

  /** The certificate that the client has shown. */
  default Optional<Fingerprint> certificate() {
    return way().certificate();
  }

  /** For somebody who passes the caller on. */
  Passage passage();

  /** The next line is the password that this asks for, in a dialect that asks. */
  void awaitPassword(Command.AskPassword ask);

  /** A cloak for the address of a guest. */
  default String cloak() {
    return way().cloak();
  }

  default boolean isSecure() {
    return way().isSecure();
  }

  /** The rooms that the user is in. */
  Set<RoomName> rooms();

  /**
   * The user is in that room, or should be, and this connection has not been shown so: it is now.
   *
   * @param to is answered with what is there
   * @return whether the user is in
   */
  Future<Boolean> attach(RoomName room, Caller to);

  /** Whose comings and goings the caller is told. */
  Watches watches();

  /** Where plain lines are said. */
  Optional<RoomName> currentRoom();

  void switchTo(RoomName room);

  /** Identifies the command that is being handled now; ask once per event that it shall cause. */
  Origin origin();

  /** Answers this caller alone. */
  void reply(Reply reply);

  /** The registration is complete: from now on the caller is this user. */
  void admitted(User user, Users.Claim claim);

  /**
   * The caller is a connection of that user from now on, and the one that it was has it no longer:
   * where that was its last, it leaves. The caller is out of its rooms, and in those of the user
   * when it has been shown that.
   *
   * @param tell is done between the two: the caller learns who it is now
   * @return done when the rooms have been told
   */
  Future<Void> becomes(User user, Users.Claim claim, Runnable tell);

  /** The user bears another nick from now on. */
  void renamed(Source source);

  /** The user is a bot from now on, or is none. */
  default void changed(boolean isBot) {
    renamed(source().asBot(isBot));
  }

  /** One of its commands is done. */
  void settled();

  /** Ends the connection, as the caller has asked for. */
  void quit(String reason);

  /** Says why, and ends the connection. */
  void close(String reason);

  /** Refuses, and is done. */
  default Future<Void> refuse(Reason reason, String... about) {
    reply(new Reply.Refused(Refusal.of(reason, about)));
    return Future.succeededFuture();
  }

  /** Answers, and is done. */
  default Future<Void> answer(Reply reply) {
    reply(reply);
    return Future.succeededFuture();
  }

  /** Tells what a room has refused. Success needs no answer: it comes as an event. */
  default Future<Void> settle(List<Refusal> refusals) {
    refusals.forEach(refusal -> reply(new Reply.Refused(refusal)));
    return Future.succeededFuture();
  }
}
