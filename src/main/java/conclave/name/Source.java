package conclave.name;

import java.util.Optional;

/**
 * Who an event comes from, as others see it: {@code nick!username@host} (Modern IRC §Source).
 *
 * @param host a cloak, never an address
 * @param account nothing for a guest
 */
public record Source(Nick nick, String username, String host, Optional<AccountName> account) {
  /** {@code nick!username@host}. */
  public String mask() {
    return nick.text() + "!" + username + "@" + host;
  }

  /** The same user under another nick. */
  public Source withNick(Nick to) {
    return new Source(to, username, host, account);
  }
}
