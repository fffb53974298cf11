package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** irssi, an IRC client of other people, in a terminal of its own. */
class IrssiIT {
  @TempDir Path folder;
  private RunningServer server;

  @BeforeAll
  static void needsIrssi() {
    Installed.orSkip("irssi", "tmux");
  }

  @BeforeEach
  void start() {
    server = RunningServer.start(folder.resolve("data"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void irssiLogsInTalksAndLeaves() throws IOException {
    server.door().account("irma");
    try (Peer bob = server.door().newPlain("bob")) {
      bob.send("/join lobby");
      bob.await("In #lobby: *");
      try (Terminal irssi = irssi(withPassword(server.door()))) {
        bob.await("[*] #lobby irma came in");
        irssi.type("/window goto #lobby");
        irssi.awaitShown("[#lobby]");
        irssi.type("Hello from irssi");
        bob.expect("[*] #lobby irma: Hello from irssi");
        bob.send("Hello to irssi");
        irssi.awaitShown("bob> Hello to irssi");
        irssi.awaitShown("irma> Hello from irssi");
        irssi.type("/me waves");
        bob.await("[*] #lobby * irma waves");
        irssi.type("/part #lobby That was it");
        bob.await("[*] #lobby irma left (That was it)");
        irssi.type("/join #lobby");
        bob.await("[*] #lobby irma came in");
        irssi.type("/quit Goodbye");
        bob.await("[*] irma quit (Quit: Goodbye)");
      }
    }
  }

  @Test
  void irssiDoesWhatPeopleDoInAnEvening() throws IOException {
    server.door().account("irma");
    try (Peer bob = server.door().newIrc("bob", "away-notify");
        Terminal irssi = irssi(withPassword(server.door()))) {
      irssi.awaitShown("Welcome to the Conclave network");
      assertThat(irssi.shown()).doesNotContain("Not enough parameters");
      new Evening(irssi, "irma", bob).pass();
    }
  }

  @Test
  void irssiLogsInByACertificate() throws IOException {
    Installed.orSkip("openssl");
    ClientFiles files = ClientFiles.make(folder, "irma");
    try (Peer other = server.door().newPlain("irma")) {
      other.send("/cert add " + files.fingerprint());
      other.expect("That certificate logs you in from now on.");
    }
    try (Peer bob = server.door().newIrc("bob");
        Terminal irssi = irssi("")) {
      bob.send("JOIN #den").await(":conclave.local 366 bob #den *");
      irssi.type("/network add -nick irma -sasl_mechanism EXTERNAL conclave");
      irssi.awaitShown("saved");
      irssi.type(
          "/connect -network conclave -tls -tls_pinned_cert %s -tls_cert %s -tls_pkey %s ::1 %d"
              .formatted(
                  server.door().fingerprint(),
                  files.certificate(),
                  files.key(),
                  server.door().port()));
      irssi.awaitShown("SASL authentication succeeded");
      irssi.awaitShown("Welcome to the Conclave network");
      irssi.type("/join #den");
      bob.expect(":irma!irma@user/irma JOIN #den");
      irssi.type("/msg #den No password at all");
      bob.expect(":irma!irma@user/irma PRIVMSG #den :No password at all");
    }
  }

  private static String withPassword(Door door) {
    return """
        servers = (
          { address = "::1"; chatnet = "test"; port = "%d"; family = "inet6";
            use_tls = "yes"; tls_verify = "no"; autoconnect = "yes"; }
        );
        chatnets = {
          test = { type = "IRC"; nick = "irma"; sasl_mechanism = "PLAIN";
                   sasl_username = "irma"; sasl_password = "%s"; };
        };
        channels = ( { name = "#lobby"; chatnet = "test"; autojoin = "yes"; } );
        """
        .formatted(door.port(), Door.PASSWORD);
  }

  private Terminal irssi(String servers) throws IOException {
    Path home = Files.createDirectories(folder.resolve("irssi"));
    Files.writeString(
        home.resolve("config"),
        servers
            + """
            settings = {
              core = { real_name = "Irma"; user_name = "irma"; nick = "irma"; };
              "irc/core" = { cmd_queue_speed = "10msec"; cmds_max_at_once = "100"; };
            };
            """);
    return Terminal.open(folder.resolve("tmux"), "irssi --home=" + home);
  }
}
