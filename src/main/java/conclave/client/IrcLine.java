package conclave.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One line of the protocol, without its line end. Reading never fails: what makes no sense becomes
 * a line whose command nobody knows.
 *
 * @param tags message tags, unescaped; a tag without a value has the empty one
 * @param source who it came from, {@code nick!user@host} or a server; empty if not said
 * @param command in upper case
 * @see "Modern IRC, Message Format; IRCv3 message-tags"
 */
public record IrcLine(
    Map<String, String> tags, String source, String command, List<String> params) {

  public IrcLine {
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    params = List.copyOf(params);
  }

  public static IrcLine of(String command, String... params) {
    return new IrcLine(Map.of(), "", command, List.of(params));
  }

  /** Reads a line as it came, without its line end. */
  public static IrcLine parse(String line) {
    Scanner rest = new Scanner(line);
    Map<String, String> tags = rest.startsWith('@') ? tags(rest.word().substring(1)) : Map.of();
    String source = rest.startsWith(':') ? rest.word().substring(1) : "";
    String command = rest.word().toUpperCase(Locale.ROOT);
    List<String> params = new ArrayList<>();
    while (!rest.atEnd()) {
      params.add(rest.startsWith(':') ? rest.trailing() : rest.word());
    }
    return new IrcLine(tags, source, command, params);
  }

  /** The parameter at this place, counted from 0; empty if the line has fewer. */
  public String param(int index) {
    return index < params.size() ? params.get(index) : "";
  }

  /** The last parameter, where texts stand; empty if there is none. */
  public String text() {
    return params.isEmpty() ? "" : params.get(params.size() - 1);
  }

  /** The nick of the source. */
  public String nick() {
    int end = source.indexOf('!');
    return end < 0 ? source : source.substring(0, end);
  }

  /**
   * The line to be sent, without its line end. Line ends and NUL in parameters become spaces.
   *
   * @throws IllegalArgumentException if a parameter before the last can't stand there
   */
  public String write() {
    StringBuilder out = new StringBuilder();
    tags.forEach(
        (key, value) ->
            out.append(out.isEmpty() ? '@' : ';')
                .append(key)
                .append(value.isEmpty() ? "" : "=" + TagValue.escape(value)));
    out.append(out.isEmpty() ? "" : " ");
    out.append(source.isEmpty() ? "" : ":" + source + " ").append(command);
    for (int i = 0; i < params.size(); i++) {
      String param = oneLine(params.get(i));
      boolean needsColon = param.isEmpty() || param.startsWith(":") || param.indexOf(' ') >= 0;
      if (needsColon && i < params.size() - 1) {
        throw new IllegalArgumentException("only the last parameter may be so: \"" + param + '"');
      }
      out.append(needsColon ? " :" : " ").append(param);
    }
    return out.toString();
  }

  private static String oneLine(String text) {
    return text.replace('\r', ' ').replace('\n', ' ').replace('\0', ' ');
  }

  private static Map<String, String> tags(String text) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String tag : text.split(";", -1)) {
      int equals = tag.indexOf('=');
      String key = equals < 0 ? tag : tag.substring(0, equals);
      if (!key.isEmpty()) {
        tags.put(key, equals < 0 ? "" : TagValue.unescape(tag.substring(equals + 1)));
      }
    }
    return tags;
  }

  /** Walks over the words of a line; several spaces count as one. */
  private static final class Scanner {
    private final String line;
    private int at;

    Scanner(String line) {
      this.line = line;
      skipSpaces();
    }

    boolean atEnd() {
      return at >= line.length();
    }

    boolean startsWith(char c) {
      return !atEnd() && line.charAt(at) == c;
    }

    String word() {
      int end = line.indexOf(' ', at);
      end = end < 0 ? line.length() : end;
      String word = line.substring(at, end);
      at = end;
      skipSpaces();
      return word;
    }

    String trailing() {
      String text = line.substring(at + 1);
      at = line.length();
      return text;
    }

    private void skipSpaces() {
      while (startsWith(' ')) {
        at++;
      }
    }
  }
}
