package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever somebody outside asks of a secret room, the answer is that of a room that is not there.
 */
class SecretRoomTest {
  @TempDir static Path folder;
  private static RunningServer server;
  private static Peer alice;
  private static Peer member;

  /** What the rooms are beside secret. */
  private static final List<String> TYPES = List.of("s", "si", "sk word", "su", "sm", "sR", "st-n");

  private static final List<String> IRC =
      List.of(
          "NAMES ROOM",
          "WHO ROOM",
          "MODE ROOM",
          "MODE ROOM b",
          "MODE ROOM +e",
          "MODE ROOM +m",
          "MODE ROOM +b bob",
          "MODE ROOM +Y",
          "MODE ROOM +o alice",
          "TOPIC ROOM",
          "TOPIC ROOM :mine",
          "PART ROOM",
          "KICK ROOM alice",
          "KICK ROOM nobody",
          "INVITE member ROOM",
          "INVITE outsider ROOM",
          "PRIVMSG @nobody,ROOM :x",
          "NOTICE ROOM :x",
          "LIST ROOM",
          "WHOIS member");

  private static final Pattern IDLE_SECONDS = Pattern.compile("( 317 \\S+ \\S+ )\\d+");

  private static final List<String> PLAIN =
      List.of(
          "/who ROOM",
          "/mode ROOM",
          "/mode ROOM +m",
          "/part ROOM",
          "/invite member ROOM",
          "/rooms");

  @BeforeAll
  static void start() {
    server = RunningServer.start(folder, "accounts.login=optional");
    alice = server.door().newIrc("alice");
    member = server.door().newIrc("member");
    for (int i = 0; i < TYPES.size(); i++) {
      alice.send("JOIN #room" + i);
      alice.send("TOPIC #room" + i + " :hidden");
      alice.skipAll();
      member.send("JOIN #room" + i);
      member.skipAll();
      alice.send("MODE #room" + i + " +" + TYPES.get(i));
      alice.skipAll();
    }
    member.skipAll();
  }

  @AfterAll
  static void close() {
    alice.close();
    member.close();
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> anOutsiderLearnsNothing() {
    return Stream.of("account", "guest", "person")
        .map(role -> DynamicTest.dynamicTest(role, () -> learnsNothing(role)));
  }

  private static void learnsNothing(String role) {
    try (Peer outsider = comesIn(role)) {
      outsider.skipAll();
      for (int i = 0; i < TYPES.size(); i++) {
        for (String command : role.equals("person") ? PLAIN : IRC) {
          boolean isHeard = TYPES.get(i).contains("-n") && command.contains("x");
          if (!isHeard) {
            assertThat(answer(outsider, command, "#room" + i, "#none" + i))
                .as("%s to a room with +%s", command, TYPES.get(i))
                .isEqualTo(answer(outsider, command, "#none" + i, "#none" + i));
          }
        }
      }
    }
  }

  private static Peer comesIn(String role) {
    return switch (role) {
      case "account" -> server.door().newIrc("outsider");
      case "guest" -> server.door().guest("stranger");
      default -> server.door().newPlain("person");
    };
  }

  /** What is answered, with the same name for the room, and without the seconds that pass. */
  private static List<String> answer(Peer peer, String command, String room, String shownAs) {
    UnaryOperator<String> comparable =
        line -> IDLE_SECONDS.matcher(line.replace(room, shownAs)).replaceFirst("$1N");
    return peer.ask(command.replace("ROOM", room)).stream().map(comparable).toList();
  }

  @TestFactory
  Stream<DynamicTest> aMemberIsTold() {
    return Stream.of("NAMES #room0", "MODE #room0", "TOPIC #room0", "WHO #room0", "LIST #room0")
        .map(
            command ->
                DynamicTest.dynamicTest(
                    command,
                    () ->
                        assertThat(member.ask(command))
                            .hasSizeGreaterThan(1)
                            .anyMatch(line -> line.contains("#room0"))));
  }
}
