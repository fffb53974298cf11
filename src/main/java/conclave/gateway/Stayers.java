package conclave.gateway;

import conclave.command.User;
import conclave.name.Nick;
import conclave.name.Source;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which user of each account stays without a connection: the first that is to, as long as it is
 * here. One alone, since who comes back after a restart is known by its account. Any thread.
 */
final class Stayers {
  private final ConcurrentHashMap<String, String> nicks = new ConcurrentHashMap<>();

  /** The user stays; false where another one of its account does. */
  boolean take(User user) {
    return account(user.source())
        .map(account -> nicks.computeIfAbsent(account, none -> key(user)).equals(key(user)))
        .orElse(false);
  }

  /** The user stays no longer, if it did. */
  void free(User user) {
    account(user.source()).ifPresent(account -> nicks.remove(account, key(user)));
  }

  /** A user has another nick. */
  void moved(Nick from, Source to) {
    account(to).ifPresent(account -> nicks.replace(account, from.key(), to.nick().key()));
  }

  private static Optional<String> account(Source source) {
    return source.account().map(name -> name.key());
  }

  private static String key(User user) {
    return user.source().nick().key();
  }
}
