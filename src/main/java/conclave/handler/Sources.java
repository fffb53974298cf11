package conclave.handler;

import conclave.command.User;
import conclave.name.Nick;
import conclave.name.Source;
import java.util.Set;

/** What others see of a caller. */
final class Sources {
  private static final int MAX_USERNAME = 10;

  private Sources() {}

  /** The caller under this nick, with the account that it is logged in to. */
  static Source of(Caller caller, Nick nick) {
    Registration said = caller.registration();
    String host = said.account().map(account -> "user/" + account.text()).orElse(caller.cloak());
    return new Source(nick, username(said, nick), host, said.account());
  }

  /** The same as a user, who is in no room yet. */
  static User userOf(Caller caller, Nick nick) {
    Registration said = caller.registration();
    return new User(
        of(caller, nick),
        said.realname(nick),
        System.currentTimeMillis(),
        said.isServerOperator(),
        caller.isSecure(),
        Set.of());
  }

  /** What USER said, without what a mask can't have in it; a guest's is marked with {@code ~}. */
  private static String username(Registration said, Nick nick) {
    String clean = said.username().orElse("").replaceAll("[^A-Za-z0-9._-]", "");
    String name = clean.isEmpty() ? nick.key().replaceAll("[^a-z0-9._-]", "x") : clean;
    String cut = name.substring(0, Math.min(name.length(), MAX_USERNAME));
    return said.account().isPresent() ? cut : "~" + cut;
  }
}
