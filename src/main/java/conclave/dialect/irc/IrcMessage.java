package conclave.dialect.irc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One IRC line (Modern IRC §Message Format; IRCv3 message-tags).
 *
 * @param tags with unescaped values; a tag without a value has an empty one
 * @param source without its colon
 * @param verb in upper case; empty where the line has none
 */
public record IrcMessage(
    Map<String, String> tags, Optional<String> source, String verb, List<String> parameters) {
  /** What follows a backslash in a tag's value, and at the same place what it means. */
  private static final String ESCAPED = ":s\\rn";

  private static final String MEANT = "; \\\r\n";

  public IrcMessage {
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    parameters = List.copyOf(parameters);
  }

  /** Reads any text. Never throws: what makes no sense becomes an empty verb. */
  public static IrcMessage parse(String line) {
    Cursor cursor = new Cursor(line);
    Map<String, String> tags = new LinkedHashMap<>();
    if (cursor.startsWith('@')) {
      readTags(cursor.word().substring(1), tags);
    }
    Optional<String> source =
        cursor.startsWith(':') ? Optional.of(cursor.word().substring(1)) : Optional.empty();
    String verb = cursor.word().toUpperCase(Locale.ROOT);
    List<String> parameters = new ArrayList<>();
    while (!cursor.isAtEnd()) {
      parameters.add(cursor.startsWith(':') ? cursor.rest() : cursor.word());
    }
    return new IrcMessage(tags, source, verb, parameters);
  }

  /** The line, without its end. A last parameter that needs a colon gets one. */
  public String write() {
    StringBuilder line = new StringBuilder();
    if (!tags.isEmpty()) {
      line.append('@');
      tags.forEach(
          (key, value) ->
              line.append(key).append(value.isEmpty() ? "" : "=" + escape(value)).append(';'));
      line.setCharAt(line.length() - 1, ' ');
    }
    source.ifPresent(s -> line.append(':').append(s).append(' '));
    line.append(verb);
    for (int i = 0; i < parameters.size(); i++) {
      String parameter = parameters.get(i);
      boolean isLast = i == parameters.size() - 1;
      boolean needsColon =
          parameter.isEmpty() || parameter.startsWith(":") || parameter.indexOf(' ') >= 0;
      line.append(isLast && needsColon ? " :" : " ").append(parameter);
    }
    return line.toString();
  }

  /** What is written as the tags of a line are, without the @. */
  static Map<String, String> tags(String text) {
    Map<String, String> tags = new LinkedHashMap<>();
    readTags(text, tags);
    return tags;
  }

  private static void readTags(String text, Map<String, String> tags) {
    for (String tag : text.split(";", -1)) {
      int equals = tag.indexOf('=');
      String key = equals < 0 ? tag : tag.substring(0, equals);
      if (!key.isEmpty()) {
        tags.put(key, equals < 0 ? "" : unescape(tag.substring(equals + 1)));
      }
    }
  }

  private static String unescape(String value) {
    StringBuilder plain = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '\\') {
        plain.append(c);
      } else if (++i < value.length()) {
        int escaped = ESCAPED.indexOf(value.charAt(i));
        plain.append(escaped < 0 ? value.charAt(i) : MEANT.charAt(escaped));
      }
    }
    return plain.toString();
  }

  /** A tag's value as it is written. */
  static String escape(String value) {
    StringBuilder escaped = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      int meant = MEANT.indexOf(value.charAt(i));
      if (meant < 0) {
        escaped.append(value.charAt(i));
      } else {
        escaped.append('\\').append(ESCAPED.charAt(meant));
      }
    }
    return escaped.toString();
  }

  /** Reads words that are parted by any number of spaces. */
  private static final class Cursor {
    private final String line;
    private int at;

    Cursor(String line) {
      this.line = line;
      skipSpaces();
    }

    boolean isAtEnd() {
      return at >= line.length();
    }

    boolean startsWith(char c) {
      return at < line.length() && line.charAt(at) == c;
    }

    String word() {
      int end = line.indexOf(' ', at);
      String word = end < 0 ? line.substring(at) : line.substring(at, end);
      at += word.length();
      skipSpaces();
      return word;
    }

    String rest() {
      String rest = line.substring(at + 1);
      at = line.length();
      return rest;
    }

    private void skipSpaces() {
      while (at < line.length() && line.charAt(at) == ' ') {
        at++;
      }
    }
  }
}
