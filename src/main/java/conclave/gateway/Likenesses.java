package conclave.gateway;

import conclave.name.Nick;
import conclave.name.Source;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * What the nicks that are borne look like, so that nobody is taken for somebody else. Any thread.
 */
final class Likenesses {
  private final ConcurrentHashMap<String, String> bearers = new ConcurrentHashMap<>();
  private final UnaryOperator<String> look;

  /**
   * Nobody's yet.
   *
   * @param look is the same for names that are easily taken for each other
   */
  Likenesses(UnaryOperator<String> look) {
    this.look = look;
  }

  /**
   * Takes the look of a user's nick; false where another nick that is borne looks like it. An
   * account's name is its user's whatever others look like.
   */
  boolean take(Source user) {
    return take(user, user.nick());
  }

  private boolean take(Source user, Nick from) {
    Nick nick = user.nick();
    String bearer =
        bearers.merge(
            look.apply(nick.text()),
            nick.key(),
            (before, key) -> before.equals(from.key()) ? key : before);
    return bearer.equals(nick.key())
        || user.account().filter(account -> account.key().equals(nick.key())).isPresent();
  }

  /** The same for a user who bore another nick, which looks like nobody's then. */
  boolean move(Nick from, Source user) {
    if (!take(user, from)) {
      return false;
    }
    if (!look.apply(from.text()).equals(look.apply(user.nick().text()))) {
      free(from);
    }
    return true;
  }

  /** Nobody bears that nick any longer. */
  void free(Nick nick) {
    bearers.remove(look.apply(nick.text()), nick.key());
  }
}
