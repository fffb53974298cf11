package conclave;

import conclave.config.AccountsConfig.Registration;
import conclave.config.Config;
import conclave.config.Endpoint;
import java.io.PrintWriter;
import java.nio.file.Path;

/** What a new operator needs to know, on one screen. */
final class Banner {
  private final Server server;
  private final Config config;
  private final Path data;

  Banner(Server server, Config config, Path data) {
    this.server = server;
    this.config = config;
    this.data = data;
  }

  void print(PrintWriter out) {
    out.println("Conclave " + Premises.version() + " is ready: " + server.facts().name());
    config
        .server()
        .listen()
        .forEach(endpoint -> out.println("  listening   " + shown(endpoint) + " (TLS)"));
    config
        .server()
        .listenPlaintext()
        .forEach(endpoint -> out.println("  listening   " + endpoint + " (no TLS)"));
    config
        .server()
        .listenWebsocket()
        .forEach(endpoint -> out.println("  listening   " + endpoint + " (WebSocket, TLS)"));
    config
        .server()
        .listenWebsocketPlaintext()
        .forEach(endpoint -> out.println("  listening   " + endpoint + " (WebSocket, no TLS)"));
    config
        .status()
        .listen()
        .ifPresent(endpoint -> out.println("  status      " + statusUrl(endpoint)));
    out.println("  data        " + data);
    out.println("  certificate SHA-256 " + server.fingerprint());
    config.server().listen().stream().findFirst().ifPresent(endpoint -> connecting(out));
    server.firstCode().ifPresent(code -> first(out, code));
    out.flush();
  }

  private void connecting(PrintWriter out) {
    int port = server.port();
    out.println();
    out.println("Connect from this machine, each in a terminal of its own:");
    out.println("  any terminal    openssl s_client -quiet -connect [::1]:" + port);
    out.println("  bundled client  ./conclave connect NAME@[::1]:" + port);
    out.println("  irssi           /connect -tls ::1 " + port + " NAME:PASSWORD NAME");
  }

  private void first(PrintWriter out, String code) {
    out.println();
    out.println(
        "Nobody has an account yet. The first one becomes the administrator; type in a connection:");
    out.println("  /register NAME " + code);
    if (config.accounts().registration() == Registration.INVITE) {
      out.println(
          "Others need a code that the administrator makes with /invitation, or let anybody register with");
      out.println("  ./conclave serve --set accounts.registration=open");
    }
  }

  private Endpoint shown(Endpoint endpoint) {
    return endpoint.port() == 0 ? new Endpoint(endpoint.host(), server.port()) : endpoint;
  }

  private String statusUrl(Endpoint endpoint) {
    return (config.status().tls() ? "https://" : "http://")
        + new Endpoint(endpoint.host(), server.statusPort())
        + "/";
  }
}
