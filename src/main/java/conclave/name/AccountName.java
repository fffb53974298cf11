package conclave.name;

import java.util.Optional;

/**
 * The name of an account. It follows the rules of a {@link Nick}, since a user's nick usually is
 * the account's name.
 *
 * @param text as it was registered
 */
public record AccountName(String text) {
  public AccountName {
    if (Nick.parse(text).filter(nick -> nick.text().equals(text)).isEmpty()) {
      throw new IllegalArgumentException("not an account name");
    }
  }

  /** The account name, or nothing where the text is none. */
  public static Optional<AccountName> parse(String text) {
    return Nick.parse(text).map(nick -> new AccountName(nick.text()));
  }

  /** The form under which it is unique. */
  public String key() {
    return CaseFold.fold(text);
  }

  /** The nick that this account's user bears where {@code accounts.nick-is-account} holds. */
  public Nick asNick() {
    return new Nick(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
