package conclave.it;

import conclave.Needles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A conversation of several people with a server, exact to the line.
 *
 * <pre>
 * # a comment
 * with: history.replay-on-join=0       the server has this setting
 * bob[plain]                           comes in: how, in brackets; without them, as an IRC client
 * alice[irc echo-message]> JOIN #den   comes in, and says this
 * alice< :alice!alice@* JOIN #den      hears this next; * where the value is random
 * alice< ...                           hears any number of lines before what follows
 * alice< (end)                         the connection is closed
 * alice> (hangs up)                    closes the connection
 * </pre>
 *
 * Names of people and rooms get a number, so that no two transcripts meet on one server. {@code
 * {sasl alice secret}} is the message of SASL PLAIN, {@code {password}} the password of every
 * account and {@code {wrong}} nobody's, {@code {message}} what no log may show, {@code ^A} to
 * {@code ^[} the characters 1 to 27.
 *
 * @param settings of the server
 */
record Transcript(String name, List<String> settings, List<Line> lines) {
  /**
   * One line.
   *
   * @param manner how the person comes in, empty where that is not said
   * @param kind {@code >} says, {@code <} hears, empty for neither
   */
  record Line(int number, String who, String manner, String kind, String text) {}

  private static final Pattern LINE =
      Pattern.compile("([a-z0-9_]+)(?:\\[([^\\]]+)\\])?(?:([<>]) ?(.*))?");
  private static final Pattern ROOM = Pattern.compile("(?<!\\w)#([a-z]+)(?![a-z*,])");
  private static final Pattern CONTROL = Pattern.compile("\\^([A-Z\\[])");
  private static final Pattern SASL = Pattern.compile("\\{sasl (\\S*) (\\S*)\\}");

  static Transcript read(Path file, int number) {
    try {
      List<String> text = Files.readAllLines(file);
      List<String> settings = new ArrayList<>();
      List<Line> lines = new ArrayList<>();
      for (int i = 0; i < text.size(); i++) {
        String line = text.get(i);
        if (line.startsWith("with: ")) {
          settings.addAll(Arrays.asList(line.substring("with: ".length()).split(" ")));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(parse(line, i + 1));
        }
      }
      return new Transcript(
          file.getFileName().toString().replace(".chat", ""), settings, numbered(lines, number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a line is, for a message. */
  String at(Line line) {
    return name + ".chat, line " + line.number + ": ";
  }

  private static Line parse(String line, int number) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("line " + number + ": " + line);
    }
    return new Line(
        number,
        matcher.group(1),
        given(matcher.group(2)),
        given(matcher.group(3)),
        given(matcher.group(4)));
  }

  private static String given(String group) {
    return group == null ? "" : group;
  }

  private static List<Line> numbered(List<Line> lines, int number) {
    Set<String> names = new LinkedHashSet<>();
    for (Line line : lines) {
      names.add(line.who);
      ROOM.matcher(line.text).results().forEach(room -> names.add(room.group(1)));
    }
    Pattern name = Pattern.compile("(?i)(?<!\\w)(" + String.join("|", names) + ")(?!\\w)");
    return lines.stream()
        .map(
            line ->
                new Line(
                    line.number,
                    name.matcher(line.who).replaceAll("$1" + number),
                    name.matcher(line.manner).replaceAll("$1" + number),
                    line.kind,
                    filled(name.matcher(line.text).replaceAll("$1" + number))))
        .toList();
  }

  private static String filled(String text) {
    String full =
        text.replace("{password}", Door.PASSWORD)
            .replace("{wrong}", Needles.WRONG_PASSWORD)
            .replace("{message}", Needles.MESSAGE);
    full = CONTROL.matcher(full).replaceAll(c -> Character.toString(c.group(1).charAt(0) & 0x1f));
    return SASL.matcher(full)
        .replaceAll(
            sasl -> {
              String message = "\0" + sasl.group(1) + "\0" + sasl.group(2);
              return Base64.getEncoder().encodeToString(message.getBytes(StandardCharsets.UTF_8));
            });
  }
}
