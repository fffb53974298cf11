package conclave.handler;

import conclave.command.Counts;
import conclave.command.User;
import conclave.command.UserAnswer.Former;
import conclave.command.UserEvent;
import conclave.command.UserMode;
import conclave.name.Nick;
import conclave.name.Source;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Who is here: nicks are claimed and found. */
public interface Users {
  /** What became of a claim. */
  enum Claim {
    /** The nick was free. */
    NEW,
    /** The same account's user is here already, and has one more connection now. */
    ATTACHED,
    /** Somebody else bears it. */
    TAKEN
  }

  /** Claims the user's nick for a connection. Of several claims at once, one wins. */
  Future<Claim> claim(User user, String connection);

  /**
   * Gives the nick up for another one, and is seen as that from now on; false where it is taken, or
   * several connections share the old one.
   *
   * @param tell tells the user's rooms: until they know, no other connection becomes this user,
   *     since it would not find itself there
   */
  Future<Boolean> rename(Nick from, Source to, Supplier<Future<Void>> tell);

  /** The user with this nick is an operator of the server from now on, or no longer. */
  void ranked(Nick nick, boolean isOperator);

  /** Changes a user's real name. */
  void describe(Nick nick, String realname);

  /** The user says something else of itself, or no longer says it. */
  void annotate(Nick nick, String key, Optional<String> value);

  /** The user with this nick. */
  Optional<User> find(Nick nick);

  /**
   * Marks one connection of a user as away, or here again. A user is away when all connections are.
   */
  void away(Nick nick, String connection, Optional<String> text);

  /**
   * The user stays when its last connection is over, or does not.
   *
   * @return does it? Not where another user of the same account does
   */
  boolean resides(Nick nick, boolean isOn);

  /** The user with this nick, if it stays so. */
  Optional<User> resident(Nick nick);

  /** Sets or takes one of a user's own modes. */
  void change(Nick nick, UserMode mode, boolean isOn);

  /** The addresses of a user's connections. Only for the user and for administrators. */
  List<String> addresses(Nick nick);

  /** What the user's connections have shown to log in. Only for the same. */
  List<String> certificates(Nick nick);

  /** When the user last said something, milliseconds since 1970, UTC. */
  long lastActive(Nick nick);

  /** Who bore this nick before, the last first. */
  List<Former> formerly(Nick nick);

  /** Tells all whom it concerns, on every listener. */
  void tell(UserEvent event);

  /** One more device of a bot is that bot. */
  default User asBot(User user) {
    boolean isBot = find(user.source().nick()).filter(u -> u.source().isBot()).isPresent();
    return user.with(user.source().asBot(isBot));
  }

  /** Everybody, in no order. */
  List<User> all();

  /** How many there are. */
  Counts counts();
}
