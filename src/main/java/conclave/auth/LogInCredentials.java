package conclave.auth;

import conclave.account.LogInName;
import conclave.account.Peer;
import io.vertx.ext.auth.authentication.UsernamePasswordCredentials;

/** A name and what shall prove it, with where they come from. */
final class LogInCredentials extends UsernamePasswordCredentials {
  private final LogInName name;
  private final Peer peer;

  LogInCredentials(String name, String password, Peer peer) {
    super(name, password);
    this.name = LogInName.parse(name);
    this.peer = peer;
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
