package conclave.name;

import java.util.Optional;

/**
 * Who an event comes from, as others see it: {@code nick!username@host} (Modern IRC §Source).
 *
 * @param host a cloak, never an address
 * @param account nothing for a guest
 * @param isBot it calls itself a program (IRCv3 bot-mode)
 */
public record Source(
    Nick nick, String username, String host, Optional<AccountName> account, boolean isBot) {
  /** A person. */
  public Source(Nick nick, String username, String host, Optional<AccountName> account) {
    this(nick, username, host, account, false);
  }

  /** {@code nick!username@host}. */
  public String mask() {
    return nick.text() + "!" + username + "@" + host;
  }

  /** The same user under another nick. */
  public Source withNick(Nick to) {
    return new Source(to, username, host, account, isBot);
  }

  /** The same user, a program or a person. */
  public Source asBot(boolean isOne) {
    return new Source(nick, username, host, account, isOne);
  }
}
