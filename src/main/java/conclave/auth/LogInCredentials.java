package conclave.auth;

import conclave.account.LogInName;
import conclave.account.Peer;
import io.vertx.ext.auth.authentication.UsernamePasswordCredentials;

/** A name and what shall prove it, with where they come from. */
final class LogInCredentials extends UsernamePasswordCredentials {
  private final LogInName name;
  private final Peer peer;
  private final boolean mayBeCode;

  LogInCredentials(String name, String password, Peer peer) {
    this(name, password, peer, true);
  }

  private LogInCredentials(String name, String password, Peer peer, boolean mayBeCode) {
    super(name, password);
    this.name = LogInName.parse(name);
    this.peer = peer;
    this.mayBeCode = mayBeCode;
  }

  /** Of the password alone: whoever finds a session open gets a code, but not the account. */
  static LogInCredentials ofPassword(String name, String password, Peer peer) {
    return new LogInCredentials(name, password, peer, false);
  }

  /** May a one-time code stand for the password? */
  boolean mayBeCode() {
    return mayBeCode;
  }

  LogInName name() {
    return name;
  }

  Peer peer() {
    return peer;
  }

  @Override
  public String toString() {
    return "LogInCredentials";
  }
}
