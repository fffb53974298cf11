package conclave.identity;

import conclave.Premises;
import conclave.Server;
import conclave.config.Config;
import conclave.config.ConfigSources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server in this JVM that lets people in fast. */
final class IdentityServer implements AutoCloseable {
  private static final List<String> USUAL =
      List.of(
          "server.listen=[::1]:0",
          "status.listen=none",
          "accounts.registration=open",
          "accounts.pbkdf2-iterations=10000",
          "limits.log-in-failures=1000",
          "limits.lines-per-second=100000",
          "limits.burst=100000");

  private final Server server;

  private IdentityServer(Server server) {
    this.server = server;
  }

  /** Starts one, with these {@code section.key=value} over the usual ones. */
  static IdentityServer start(Path data, String... sets) throws IOException {
    List<String> all = new ArrayList<>(USUAL);
    all.addAll(List.of(sets));
    ConfigSources sources = new ConfigSources(Optional.empty(), Map.of(), all);
    Config config = sources.load().config().orElseThrow();
    Premises premises = Premises.open(config, data);
    return new IdentityServer(Server.start(config, premises, sources).await());
  }

  int port() {
    return server.port();
  }

  /** The port of another of its addresses. */
  int port(int index) {
    return server.port(index);
  }

  int statusPort() {
    return server.statusPort();
  }

  String firstCode() {
    return server.firstCode().orElseThrow();
  }

  String fingerprint() {
    return server.fingerprint();
  }

  /** A new connection. */
  Wire wire() throws IOException {
    return Wire.to(server.port());
  }

  /** A new connection that shows a certificate. */
  Wire wire(ClientKey key) throws IOException {
    return Wire.to(server.port(), key.managers());
  }

  /** Somebody who is logged in and let in. */
  Wire in(String name, String secret) throws IOException {
    return wire().in(name, secret);
  }

  /** Makes the first administrator. */
  void admin(String name, String password) throws IOException {
    try (Wire person = wire()) {
      person.send("/register " + name + " " + firstCode()).send(password);
      person.until("Welcome, " + name);
    }
  }

  /** Makes an account, as a person does. */
  void account(String name, String password) throws IOException {
    try (Wire person = wire()) {
      person.send("/register " + name).send(password);
      person.until("Welcome, " + name);
    }
  }

  @Override
  public void close() {
    server.close().await();
  }
}
