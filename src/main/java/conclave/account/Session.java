package conclave.account;

import conclave.name.AccountName;
import java.util.Optional;

/**
 * One log-in of an account from one device.
 *
 * @param number tells it from the account's other sessions
 * @param device its name, where it has one
 * @param address where it was seen last; for its owner's and operators' eyes
 * @param client how it spoke: {@code irc}, {@code plain} or {@code web}
 * @param created milliseconds since 1970, UTC, as {@code seen} and {@code expires}
 * @param expires when it is forgotten unless it is seen again; 0 for one that is not kept, and ends
 *     with its connection
 * @param token with which its device comes back
 */
public record Session(
    AccountName account,
    int number,
    Optional<String> device,
    String address,
    String client,
    long created,
    long seen,
    long expires,
    Optional<ResumeToken> token) {
  /** Does it survive its connection? */
  public boolean isKept() {
    return expires > 0;
  }

  /** The same, seen again. */
  public Session seenAt(String from, String how, long now, long until) {
    return new Session(account, number, device, from, how, created, now, until, token);
  }

  /** The same under a device's name. */
  public Session named(String name) {
    return new Session(
        account, number, Optional.of(name), address, client, created, seen, expires, token);
  }
}
