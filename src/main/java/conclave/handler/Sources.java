package conclave.handler;

import conclave.name.Nick;
import conclave.name.Source;

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

  /** What USER said, without what a mask can't have in it; a guest's is marked with {@code ~}. */
  private static String username(Registration said, Nick nick) {
    String clean = said.username().orElse("").replaceAll("[^A-Za-z0-9._-]", "");
    String name = clean.isEmpty() ? nick.key().replaceAll("[^a-z0-9._-]", "x") : clean;
    String cut = name.substring(0, Math.min(name.length(), MAX_USERNAME));
    return said.account().isPresent() ? cut : "~" + cut;
  }
}
