package conclave.it;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Lines as anybody may send them, most of them good and some not, all of them from one seed. What
 * ends a connection, changes a password or bans from the server is not among them.
 */
final class AnyLines {
  /**
   * The last of them is the one that may be an auditorium, the one before has no letters of 7 bits.
   */
  private static final List<String> ROOMS =
      List.of("#a", "#A", "#b", "#c", "#d", "#\u00e9t\u00e9", Gathering.AUDITORIUM);

  private static final List<String> WORDS =
      List.of(
          "",
          "*",
          "0",
          "-1",
          ":",
          "#",
          "##",
          "x y",
          "\u00fc\u20ac\ud83d\ude00",
          "a,b,,c",
          "+",
          "-",
          "99999999999999999999",
          "\u0001ACTION waves\u0001",
          "\u000304red",
          "@#a",
          "%#b",
          "conclave.local",
          "nobody",
          "LS",
          "LIST",
          "END",
          "%tcuihsnfdlaor,42",
          "o",
          "=",
          "~a:x",
          "*!*@*.example",
          "$$",
          "../..",
          "\u200b",
          "avatar",
          "timestamp=2026-01-01T00:00:00.000Z");

  private static final String MODES = "+-+-beIfklimnstcCMRTEqaohvZ";

  private static final List<String> CAPABILITIES =
      List.of(
          "account-notify",
          "account-tag",
          "away-notify",
          "chghost",
          "conclave/id",
          "extended-join",
          "extended-monitor",
          "invite-notify",
          "multi-prefix",
          "setname",
          "userhost-in-names",
          "draft/message-redaction",
          "draft/metadata-2",
          "draft/multiline",
          "draft/read-marker",
          "labeled-response",
          "nonsense");

  private final Random random;
  private final List<String> verbs;
  private final List<Wanderer> people;

  /**
   * Lines of these people.
   *
   * @param verbs what the server knows
   */
  AnyLines(long seed, List<String> verbs, List<Wanderer> people) {
    this.random = new Random(seed);
    this.verbs = verbs;
    this.people = people;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Some lines that one of them sends at once. */
  List<byte[]> burst(Wanderer who, int size) {
    List<byte[]> burst = new ArrayList<>();
    while (burst.size() < size) {
      if (below(25) == 0) {
        severalLines().forEach(line -> burst.add(bytes(line)));
      } else if (below(60) == 0) {
        burst.add(noise());
      } else {
        burst.add(bytes(label() + line(who)));
      }
    }
    return burst;
  }

  private String label() {
    return switch (below(12)) {
      case 0 -> "@label=l" + below(1000) + " ";
      case 1 -> "@+draft/reply=x;+a\\b= ";
      default -> "";
    };
  }

  private String line(Wanderer who) {
    String room = room();
    return switch (below(36)) {
      case 0, 1, 2, 3, 4 -> "JOIN " + room;
      case 5 -> "JOIN " + room + "," + room() + " k," + word();
      case 6, 7 -> "PART " + room + " :" + word();
      case 8, 9, 10, 11, 12, 13, 14 -> "PRIVMSG " + room + " :" + word() + below(1000);
      case 15 -> "NOTICE " + room + "," + nick() + " :" + word();
      case 16 -> "@+typing=active TAGMSG " + room;
      case 17, 18, 19, 20 -> "MODE " + room + " " + modes(room) + " " + nick() + " " + argument();
      case 21 -> "MODE " + who.nick() + " " + (below(2) == 0 ? "+" : "-") + "BRwi";
      case 22 -> "KICK " + room + " " + nick() + " :" + word();
      case 23 -> "INVITE " + nick() + " " + room;
      case 24 -> "TOPIC " + room + " :" + word();
      case 25 -> "NICK " + (below(3) == 0 ? nick() : "n" + below(12));
      case 26 -> "AWAY" + (below(2) == 0 ? "" : " :" + word());
      case 27 -> "CAP REQ :" + (below(2) == 0 ? "" : "-") + any(CAPABILITIES);
      case 28 -> "METADATA " + target() + " SET " + word() + " :" + word();
      case 29 -> "REDACT " + room + " " + msgid(who, room) + " :" + word();
      case 30 -> "MONITOR + " + nick() + "," + nick();
      case 31 -> "SETNAME :" + word();
      case 32 -> below(4) == 0 ? "NICKSERV IDENTIFY spare " + Door.PASSWORD : "JOIN " + room;
      default -> any(verbs) + arguments();
    };
  }

  private List<String> severalLines() {
    String room = room();
    return List.of(
        "BATCH +r draft/multiline " + (below(5) == 0 ? word() : room),
        "@batch=r PRIVMSG " + (below(9) == 0 ? room() : room) + " :one",
        "@batch=r" + (below(2) == 0 ? "" : ";draft/multiline-concat") + " PRIVMSG " + room + " :2",
        "BATCH -r");
  }

  /** Bytes that are no text, or a line that is too long. */
  private byte[] noise() {
    byte[] noise = new byte[below(3) == 0 ? 9_000 : 30];
    random.nextBytes(noise);
    for (int i = 0; i < noise.length; i++) {
      boolean isEnd = noise[i] == '\r' || noise[i] == '\n';
      noise[i] = isEnd ? (byte) ' ' : noise[i];
    }
    return noise;
  }

  private String arguments() {
    StringBuilder words = new StringBuilder();
    for (int count = below(4); count > 0; count--) {
      words.append(' ').append(argument());
    }
    return below(30) == 0 ? words + " :" + "\u00e9".repeat(below(6_000)) : words.toString();
  }

  private String argument() {
    return switch (below(4)) {
      case 0 -> nick();
      case 1 -> room();
      default -> word();
    };
  }

  private String modes(String room) {
    StringBuilder modes = new StringBuilder();
    String letters = room.equals(Gathering.AUDITORIUM) ? MODES + "u" : MODES;
    for (int count = below(5); count >= 0; count--) {
      modes.append(letters.charAt(below(letters.length())));
    }
    return modes.toString();
  }

  private String msgid(Wanderer who, String room) {
    List<Wanderer.Heard> heard = who.heardIn(Wanderer.key(room));
    return heard.isEmpty() ? word() : heard.get(below(heard.size())).id();
  }

  private String target() {
    return below(2) == 0 ? "*" : room();
  }

  private String room() {
    return any(ROOMS);
  }

  private String nick() {
    return any(people).nick();
  }

  private String word() {
    return any(WORDS);
  }

  private <T> T any(List<T> some) {
    return some.get(below(some.size()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
