package conclave.identity;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.Needles;
import conclave.client.Administration;
import conclave.client.IrcLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator of the machine needs no log-in. */
class ControlSocketTest {
  private static final String PASSWORD = Needles.PASSWORD;

  @TempDir Path data;

  private Path socket() {
    return data.resolve("run").resolve("control.sock");
  }

  private static String ask(Administration console, String... words) {
    try {
      return String.join(" ", console.ask(IrcLine.of("ACCOUNT", words), line -> {}).params());
    } catch (IOException refused) {
      return "refused: " + refused.getMessage();
    }
  }

  @Test
  void itsFolderIsTheOwnersAlone() throws IOException {
    try (IdentityServer server = IdentityServer.start(data)) {
      assertThat(server.port()).isPositive();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket().getParent())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void accountsAreAdministeredThereAtOnce() throws IOException {
    try (IdentityServer server = IdentityServer.start(data);
        Administration console = Administration.local(socket())) {
      assertThat(ask(console, "ADD", "alice", "member", PASSWORD)).contains("DONE ADD alice");
      assertThat(ask(console, "DISABLE", "alice")).contains("DONE DISABLE alice");
      assertThat(ask(console, "ENABLE", "alice")).contains("DONE ENABLE alice");
      assertThat(ask(console, "ROLE", "alice", "admin")).contains("DONE ROLE alice");
      assertThat(ask(console, "DISABLE", "alice")).startsWith("refused: ");
      List<IrcLine> listed = new ArrayList<>();
      console.ask(IrcLine.of("ACCOUNT", "LIST"), listed::add);
      assertThat(listed).hasSize(1);
      server.in("alice", PASSWORD).close();
    }
  }

  @Test
  void whatIsMembersIsNotThere() throws IOException {
    try (IdentityServer server = IdentityServer.start(data)) {
      assertThat(server.port()).isPositive();
      for (String verb : new String[] {"JOIN", "PRIVMSG", "WHO", "OPER", "LIST"}) {
        try (Administration console = Administration.local(socket())) {
          assertThat(refusal(console, IrcLine.of(verb, "#lobby", "text"))).isNotEmpty();
        }
      }
      try (Administration console = Administration.local(socket())) {
        assertThat(refusal(console, IrcLine.of("SESSIONS"))).isEqualTo("Log in first");
        assertThat(refusal(console, IrcLine.of("CODE"))).isEqualTo("Log in first");
      }
    }
  }

  private static String refusal(Administration console, IrcLine line) {
    try {
      console.ask(line, listed -> {});
      return "";
    } catch (IOException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  @Test
  void oneThatAKilledServerLeftIsReplaced() throws IOException {
    Files.createDirectories(socket().getParent());
    Files.createFile(socket());
    try (IdentityServer server = IdentityServer.start(data);
        Administration console = Administration.local(socket())) {
      assertThat(server.port()).isPositive();
      assertThat(ask(console, "LIST")).contains("END 0");
    }
  }
}
