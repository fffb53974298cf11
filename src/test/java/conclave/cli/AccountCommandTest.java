package conclave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class AccountCommandTest {
  private static final String ALICE =
      ":s NOTE ACCOUNT ACCOUNT alice admin enabled 1790000000000 2 :alice is an administrator";
  private static final String BOB =
      ":s NOTE ACCOUNT ACCOUNT bob member disabled 1790000001999 0 :bob is disabled";

  @TempDir Path data;
  private FakeControl server;
  private FakeScreen screen = new FakeScreen(true);
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void start() throws Exception {
    server = new FakeControl(data);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void accountsAreListedAsATable() {
    server.answer("ACCOUNT LIST", ALICE, BOB, ":s NOTE ACCOUNT END 2 :Two accounts");

    assertThat(account("list")).isZero();

    assertThat(out.toString())
        .isEqualTo(
            """
            NAME                     ROLE     STATE    CREATED              SESSIONS
            alice                    admin    enabled  2026-09-21T14:13:20Z 2
            bob                      member   disabled 2026-09-21T14:13:21Z 0
            """);
    assertThat(err.toString()).isEmpty();
    assertThat(server.received.get(0)).isEqualTo("ACCOUNT LIST");
  }

  @Test
  void accountsAreListedAsJson() {
    server.answer("ACCOUNT LIST", ALICE, BOB, ":s NOTE ACCOUNT END 2 :Two accounts");

    assertThat(account("list", "--json")).isZero();

    assertThat(out.toString())
        .isEqualTo(
            """
            {"name":"alice","role":"admin","state":"enabled","created":"2026-09-21T14:13:20Z","sessions":2}
            {"name":"bob","role":"member","state":"disabled","created":"2026-09-21T14:13:21Z","sessions":0}
            """);
  }

  @Test
  void oneAccountIsToldOf() {
    server.answer("ACCOUNT INFO bob", BOB, ":s NOTE ACCOUNT END 1 :One account");

    assertThat(account("info", "bob")).isZero();

    assertThat(out.toString())
        .isEqualTo(
            """
            NAME                     ROLE     STATE    CREATED              SESSIONS
            bob                      member   disabled 2026-09-21T14:13:21Z 0
            """);
  }

  @Test
  void sessionsAreListed() {
    String[] answer = {
      ":s NOTE SESSIONS SESSION 7 live 1790000000000 1790000001000 0::1 laptop conclave :Session 7",
      ":s NOTE SESSIONS SESSION 8 away 1790000000000 1790000001000 * * * :Session 8",
      ":s NOTE SESSIONS END 2 :Two sessions"
    };
    server.answer("ACCOUNT SESSIONS bob", answer);

    assertThat(account("sessions", "bob")).isZero();
    assertThat(account("sessions", "bob", "--json")).isZero();

    String times = "2026-09-21T14:13:20Z 2026-09-21T14:13:21Z";
    assertThat(out.toString().lines())
        .containsExactly(
            "NUMBER STATE CREATED              SEEN                 ADDRESS              DEVICE"
                + "               CLIENT",
            "7      live  " + times + " ::1                  laptop               conclave",
            "8      away  " + times + " -                    -                    -",
            "{\"number\":7,\"state\":\"live\",\"created\":\"2026-09-21T14:13:20Z\","
                + "\"seen\":\"2026-09-21T14:13:21Z\",\"address\":\"::1\",\"device\":\"laptop\","
                + "\"client\":\"conclave\"}",
            "{\"number\":8,\"state\":\"away\",\"created\":\"2026-09-21T14:13:20Z\","
                + "\"seen\":\"2026-09-21T14:13:21Z\",\"address\":null,\"device\":null,"
                + "\"client\":null}");
  }

  @Test
  void anEmptyListIsSaidToBeSo() {
    server.answer("ACCOUNT SESSIONS bob", ":s NOTE SESSIONS END 0 :bob has no sessions.");

    assertThat(account("sessions", "bob")).isZero();
    assertThat(account("sessions", "bob", "--json")).isZero();

    assertThat(out.toString()).isEqualTo("bob has no sessions." + System.lineSeparator());
  }

  @ParameterizedTest
  @CsvSource({
    "disable bob,    ACCOUNT DISABLE bob,    NOTE ACCOUNT DONE DISABLE bob :bob is disabled.",
    "enable bob,     ACCOUNT ENABLE bob,     NOTE ACCOUNT DONE ENABLE bob :bob is enabled.",
    "delete bob,     ACCOUNT DELETE bob,     NOTE ACCOUNT DONE DELETE bob :bob is deleted.",
    "role bob admin, ACCOUNT ROLE bob admin, NOTE ACCOUNT DONE ROLE bob :bob is an admin.",
    "end bob all,    ACCOUNT END bob all,    NOTE SESSIONS ENDED 3 :3 sessions have ended."
  })
  void whatIsDoneIsSaid(String typed, String request, String answer) {
    server.answer(request, ":s " + answer);

    assertThat(account(typed.split(" ", -1))).isZero();

    assertThat(out.toString())
        .isEqualTo(answer.substring(answer.indexOf(':') + 1) + System.lineSeparator());
  }

  @Test
  void aCodeIsPrintedAlone() {
    server.answer(
        "ACCOUNT CODE bob", ":s NOTE ACCOUNT CODE bob k7-w2 1790000000000 :Good for 10 min");
    server.answer(
        "ACCOUNT INVITE", ":s NOTE ACCOUNT INVITATION inv-1 1790000000000 :Good for a day");
    server.answer(
        "ACCOUNT INVITE 5", ":s NOTE ACCOUNT INVITATION inv-5 1790000000000 :Good for 5 h");

    assertThat(account("code", "bob")).isZero();
    assertThat(account("invite")).isZero();
    assertThat(account("invite", "5")).isZero();

    assertThat(out.toString().lines()).containsExactly("k7-w2", "inv-1", "inv-5");
    assertThat(err.toString().lines())
        .containsExactly("Good for 10 min", "Good for a day", "Good for 5 h");
  }

  @Test
  void aPasswordIsAskedForTwice() {
    server.answer(
        "ACCOUNT ADD bob member :two words", ":s NOTE ACCOUNT DONE ADD bob :bob is there.");
    screen = new FakeScreen(true, "two words", "two words");

    assertThat(account("add", "bob", "member")).isZero();
    screen = new FakeScreen(true, "two words", "too words");
    assertThat(account("passwd", "bob")).isEqualTo(1);

    assertThat(out.toString()).isEqualTo("bob is there." + System.lineSeparator());
    assertThat(err.toString())
        .isEqualTo("conclave: the two passwords are not the same" + System.lineSeparator());
    assertThat(server.received).noneMatch(line -> line.contains("PASSWD"));
  }

  @ParameterizedTest
  @CsvSource({"--password-file", "--new-password-file"})
  void aPasswordIsTakenFromAFile(String option) throws Exception {
    Path file = Files.writeString(data.resolve("secret"), "s3cret\nsecond line\n");
    server.answer("ACCOUNT PASSWD bob s3cret", ":s NOTE ACCOUNT DONE PASSWD bob :It is changed.");

    assertThat(account("passwd", "bob", option, file.toString())).isZero();

    assertThat(out.toString()).isEqualTo("It is changed." + System.lineSeparator());
  }

  @Test
  void anEmptyPasswordOrNobodyToAskMakesNoAccount() throws Exception {
    Path empty = Files.createFile(data.resolve("empty"));

    assertThat(account("add", "bob", "member", "--new-password-file", empty.toString()))
        .isEqualTo(1);
    assertThat(account("add", "bob", "member", "--new-password-file", "/none")).isEqualTo(1);
    assertThat(account("add", "bob", "member")).isEqualTo(2);

    assertThat(err.toString())
        .contains("an account needs a password", "can't be read: /none", "--new-password-file");
    assertThat(server.received).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "FAIL ACCOUNT NO_SUCH_ACCOUNT bob :There is no bob., There is no bob.",
    "481 * :Only an administrator may, Only an administrator may",
    "ERROR :Closing, Closing",
    "421 * ACCOUNT :Unknown command, Unknown command"
  })
  void aRefusalIsSaidInTheServersWords(String answer, String words) {
    server.answer("ACCOUNT INFO bob", ":s " + answer);

    assertThat(account("info", "bob")).isEqualTo(1);

    assertThat(err.toString()).isEqualTo("conclave: " + words + System.lineSeparator());
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aServerThatGoesAwayIsNoticed() {
    assertThat(account("list")).isEqualTo(1);

    assertThat(err.toString())
        .isEqualTo("conclave: the server closed the connection" + System.lineSeparator());
  }

  @Test
  void whatAServerSaysCantDriveTheTerminal() {
    server.answer("ACCOUNT DELETE bob", ":s NOTE ACCOUNT DONE DELETE bob :\u001b[2Jgone");

    account("delete", "bob");

    assertThat(out.toString()).doesNotContain("\u001b").contains("gone");
  }

  @Test
  void aFolderWithoutAServerIsNamed() throws Exception {
    Path none = data.resolve("none");
    Path dead = data.resolve("dead");
    Files.createDirectories(dead.resolve("run"));
    try (ServerSocketChannel gone = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      gone.bind(UnixDomainSocketAddress.of(dead.resolve("run").resolve("control.sock")));
    }

    assertThat(run("list", "--data", none.toString())).isEqualTo(1);
    assertThat(run("list", "--data", dead.toString())).isEqualTo(1);

    assertThat(err.toString().lines())
        .containsExactly(
            "conclave: no server runs with the data folder " + none,
            "conclave: no server runs with the data folder " + dead);
  }

  @ParameterizedTest
  @CsvSource({
    "'',                               Missing required subcommand",
    "info,                             NAME",
    "info 'a b',                       is no name",
    "role bob king,                    a role is member",
    "add bob,                          ROLE",
    "end bob some,                     a session's number",
    "invite 0,                         whole hours",
    "list --data d --server a@h,       mutually exclusive",
    "list --certificate c,             --key",
    "list --pin 00,                    64 hexadecimal digits",
    "list --ca f,                      with --server only",
    "list --server host,               as whom",
  })
  void wrongUsageIsExplainedAndExitsWithTwo(String typed, String explanation) {
    String[] words =
        typed.isEmpty() ? new String[0] : typed.replace("'a b'", "a\u0001b").split(" ", -1);
    assertThat(run(words)).isEqualTo(2);
    assertThat(err.toString()).contains(explanation);
  }

  private int account(String... typed) {
    List<String> words = new ArrayList<>(List.of(typed));
    words.addAll(List.of("--data", data.toString()));
    return run(words.toArray(new String[0]));
  }

  private int run(String... words) {
    CommandLine line = new CommandLine(new AccountCommand(), new Answering());
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true));
    int code = line.execute(words);
    line.getOut().flush();
    return code;
  }

  /** Gives every command this test's screen in place of a console. */
  private final class Answering implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> kind) throws Exception {
      return kind == ServerChoice.class
          ? kind.cast(new ServerChoice(Optional.of(screen)))
          : CommandLine.defaultFactory().create(kind);
    }
  }
}
