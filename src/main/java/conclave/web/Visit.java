package conclave.web;

import conclave.account.AccountRole;
import conclave.account.Peer;
import conclave.account.Right;
import conclave.name.AccountName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An operator who has logged in at the page. One loop. */
final class Visit {
  private final String cookie;
  private final String token;
  private final AccountName account;
  private final Peer peer;
  private final long begun;
  private AccountRole role;
  private long seen;
  private @Nullable String note;

  /**
   * Begins now.
   *
   * @param cookie what the browser shows each time; a secret
   * @param token what its forms show; a secret
   * @param peer from where it was begun, under the connection of its session
   * @param now milliseconds that never go back
   */
  Visit(String cookie, String token, AccountName account, AccountRole role, Peer peer, long now) {
    this.cookie = cookie;
    this.token = token;
    this.account = account;
    this.role = role;
    this.peer = peer;
    this.begun = now;
    this.seen = now;
  }

  String cookie() {
    return cookie;
  }

  String token() {
    return token;
  }

  AccountName account() {
    return account;
  }

  Peer peer() {
    return peer;
  }

  long begun() {
    return begun;
  }

  /** When it was asked for something last. */
  long seen() {
    return seen;
  }

  void seenAt(long now) {
    seen = now;
  }

  boolean may(Right right) {
    return role.may(right);
  }

  void ranked(AccountRole other) {
    role = other;
  }

  /** The next page says this, once. */
  void say(String sentence) {
    note = sentence;
  }

  /** What was to be said. */
  Optional<String> said() {
    Optional<String> once = Optional.ofNullable(note);
    note = null;
    return once;
  }
}
