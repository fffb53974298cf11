package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.Needles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code conclave account}: what an operator types, on a server that runs. */
class AccountIT {
  private static final String NEXT = "another-" + Needles.PASSWORD;

  @TempDir static Path folder;
  private static ServerProcess server;
  private static Path password;
  private static Path next;

  @BeforeAll
  static void start() throws IOException {
    server = ServerProcess.start(folder.resolve("data"), "accounts.registration=invite");
    password = Files.writeString(folder.resolve("password"), Door.PASSWORD + "\n");
    next = Files.writeString(folder.resolve("next"), NEXT + "\n");
    String code = server.console().await("  /register NAME *-*-*-*").replaceAll(".* ", "");
    register("root1", code);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void register(String name, String code) {
    try (Peer peer = server.door().greeted()) {
      peer.send("/register " + name + " " + code).expect("Choose a password for " + name + " *");
      peer.send(Door.PASSWORD).await("Welcome, " + name + ". *");
    }
  }

  /** Runs it on the server's own machine; what it prints. */
  private static List<String> account(int exitCode, String words, Object... more) {
    String data = folder.resolve("data").toString();
    return run(
        exitCode, Map.of(), words, Stream.concat(Stream.of(more), Stream.of("--data", data)));
  }

  /** Runs it as from elsewhere, with somebody's log-in. */
  private static List<String> account(String who, String secret, int exitCode, String words) {
    String home = folder.resolve("home").toString();
    return run(
        exitCode,
        Map.of("CONCLAVE_PASSWORD", secret, "HOME", home, "XDG_CONFIG_HOME", home),
        words,
        Stream.of(
            "--pin",
            server.door().fingerprint(),
            "--server",
            who + "@[::1]:" + server.door().port()));
  }

  private static List<String> run(
      int exitCode, Map<String, String> environment, String words, Stream<?> more) {
    List<String> arguments = new ArrayList<>(List.of(("account " + words).split(" ")));
    more.map(Object::toString).forEach(arguments::add);
    try (Console console = Console.conclave(environment, arguments.toArray(String[]::new))) {
      assertThat(console.exitCode()).as("%s", console.lines()).isEqualTo(exitCode);
      return console.lines();
    }
  }

  private static void isRefused(String name, String secret, String answer) {
    try (Peer peer = server.door().greeted()) {
      peer.send("/login " + name).expect("The password of " + name + " *");
      peer.send(secret).expect(answer);
      peer.expectNothingMore();
    }
  }

  @Test
  void whoIsInvitedRegisters() {
    List<String> printed = account(0, "invite 2");
    assertThat(printed).hasSize(2).last().asString().startsWith("Good for one account until ");
    register("alice", printed.get(0));
    assertThat(account(0, "list --json"))
        .anyMatch(line -> line.startsWith("{\"name\":\"root1\",\"role\":\"admin\","))
        .anyMatch(line -> line.startsWith("{\"name\":\"alice\",\"role\":\"member\","));
  }

  @Test
  void anAccountIsMadeChangedAndDeleted() {
    assertThat(account(0, "add bob member --new-password-file", password))
        .containsExactly("The account bob is there now, with the role member");
    assertThat(account(0, "role bob operator")).containsExactly("bob has the role operator now");
    try (Peer bob = server.door().plain("bob")) {
      assertThat(account(0, "sessions bob")).last().asString().matches("1 +live .* ::1 .*plain");
      account(0, "end bob 1");
      bob.expect("Goodbye: This session was ended*");
      bob.expectClosed();
    }
    try (Peer bob = server.door().plain("bob")) {
      assertThat(account(0, "passwd bob --new-password-file", next))
          .containsExactly("The password is changed; all other sessions were ended");
      bob.expect("Goodbye: The password was changed*");
      bob.expectClosed();
    }
    isRefused("bob", Door.PASSWORD, "! *password*");
    account(0, "delete bob");
    isRefused("bob", NEXT, "! *password*");
    assertThat(account(1, "enable bob")).containsExactly("conclave: There is no such account");
  }

  @Test
  void whoIsDisabledIsOutAtOnce() {
    account(0, "add carol member --new-password-file", password);
    try (Peer carol = server.door().plain("carol")) {
      assertThat(account(0, "disable carol")).containsExactly("carol is out, and can't log in");
      carol.expect("Goodbye: The account was closed*");
      carol.expectClosed();
    }
    isRefused("carol", Door.PASSWORD, "! That account is disabled*");
    assertThat(account(0, "info carol")).last().asString().matches("carol +member +disabled .* 0");
    account(0, "enable carol");
    server.door().plain("carol").close();
  }

  @Test
  void theLastAdministratorStaysAndMistakesAreSaid() {
    for (String words : List.of("role root1 member", "disable root1")) {
      assertThat(account(1, words))
          .containsExactly("conclave: Nobody would be left who can administer accounts");
    }
    assertThat(account(2, "role root1 king"))
        .first()
        .asString()
        .endsWith("a role is member, operator or admin");
    assertThat(run(1, Map.of(), "list", Stream.of("--data", folder.resolve("elsewhere"))))
        .containsExactly(
            "conclave: no server runs with the data folder " + folder.resolve("elsewhere"));
  }

  @Test
  void anAdministratorDoesTheSameFromElsewhere() {
    account("root1", Door.PASSWORD, 0, "add dave member --new-password-file " + password);
    try (Peer dave = server.door().plain("dave")) {
      account("root1", Door.PASSWORD, 0, "disable dave");
      dave.expect("Goodbye: The account was closed*");
    }
    account("root1", Door.PASSWORD, 0, "enable dave");
    assertThat(account("dave", Door.PASSWORD, 1, "list"))
        .containsExactly("conclave: Permission Denied- You're not an IRC operator");
    assertThat(account("root1", Needles.WRONG_PASSWORD, 1, "list"))
        .singleElement()
        .asString()
        .startsWith("conclave: the server refuses the log-in: ");
  }
}
