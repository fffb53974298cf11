package conclave.dialect.irc;

import conclave.command.LineLimits;
import conclave.dialect.Dialect.Recipient;
import conclave.name.Source;
import conclave.name.Utf8;
import java.util.List;

/** Gathers the lines of one answer or event. */
final class Lines {
  /** Bytes of a line's body with CR LF. */
  static final int MAX = 512;

  /** Bytes that one {@code char} has in UTF-8 at most. */
  private static final int MOST_BYTES = 3;

  private final StringBuilder lines = new StringBuilder(128);

  /** In IRC a word can't begin with a colon: {@code ::1} is written {@code 0::1}. */
  static String word(String address) {
    return address.startsWith(":") ? "0" + address : address;
  }

  /** A line from a user; {@code words} are its verb and parameters. */
  Lines from(String tags, Source source, String words) {
    return add(tags, ":" + source.mask() + " " + words);
  }

  /** A line from the server. */
  Lines from(Recipient to, String words) {
    return add("", ":" + to.server() + " " + words);
  }

  /** The same, with tags. */
  Lines from(String tags, Recipient to, String words) {
    return add(tags, ":" + to.server() + " " + words);
  }

  /** A refusal (IRCv3 standard-replies); {@code what} is its verb and its code. */
  Lines fail(Recipient to, String what, List<String> about, String text) {
    StringBuilder words = new StringBuilder("FAIL ").append(what);
    about.forEach(word -> words.append(' ').append(word));
    return from(to, words.append(" :").append(text).toString());
  }

  /** A numeric with its own text. */
  Lines numeric(Recipient to, Numeric numeric, String... parameters) {
    return numeric(to, numeric, List.of(parameters), numeric.text());
  }

  /** A numeric with a text in its place; the empty text is left out. */
  Lines numeric(Recipient to, Numeric numeric, List<String> parameters, String text) {
    StringBuilder words = new StringBuilder(numeric.code()).append(' ').append(to.nick());
    parameters.forEach(parameter -> words.append(' ').append(parameter));
    if (!text.isEmpty()) {
      words.append(" :").append(text);
    }
    return from(to, words.toString());
  }

  /** A numeric whose text is there even where it is empty. */
  Lines always(Recipient to, Numeric numeric, List<String> parameters, String text) {
    StringBuilder words = new StringBuilder(numeric.code()).append(' ').append(to.nick());
    parameters.forEach(parameter -> words.append(' ').append(parameter));
    return from(to, words.append(" :").append(text).toString());
  }

  /** A numeric whose text is a list of words: as many lines as it takes. */
  Lines packed(Recipient to, Numeric numeric, List<String> parameters, List<String> words) {
    return packed(to, numeric, parameters, words, " ");
  }

  /** The same, with something else than a space between the words. */
  Lines packed(
      Recipient to, Numeric numeric, List<String> parameters, List<String> words, String between) {
    int fixed =
        Utf8.length(
            ":"
                + to.server()
                + " 000 "
                + to.nick()
                + " "
                + String.join(" ", parameters)
                + " :\r\n");
    StringBuilder text = new StringBuilder();
    int bytes = fixed;
    for (String word : words) {
      int added = Utf8.length(word) + 1;
      if (bytes + added > MAX && !text.isEmpty()) {
        numeric(to, numeric, parameters, text.toString());
        text.setLength(0);
        bytes = fixed;
      }
      text.append(text.isEmpty() ? "" : between).append(word);
      bytes += added;
    }
    return text.isEmpty() ? this : numeric(to, numeric, parameters, text.toString());
  }

  /** A line as it is. */
  Lines raw(String line) {
    return add("", line);
  }

  /** Whatever is in it, a line is one line, and no longer than a line may be. */
  private Lines add(String tags, String body) {
    String line = body.replace('\r', ' ').replace('\n', ' ').replace('\0', ' ');
    lines.append(tags).append(cut(line)).append("\r\n");
    return this;
  }

  private static String cut(String body) {
    if (body.length() * MOST_BYTES <= LineLimits.MAX_BODY
        || Utf8.length(body) <= LineLimits.MAX_BODY) {
      return body;
    }
    int left = LineLimits.MAX_BODY;
    int end = 0;
    while (end < body.length()) {
      String character = Character.toString(body.codePointAt(end));
      left -= Utf8.length(character);
      if (left < 0) {
        break;
      }
      end += character.length();
    }
    return body.substring(0, end);
  }

  Lines append(Lines others) {
    lines.append(others.lines);
    return this;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  byte[] bytes() {
    return Utf8.encode(lines);
  }
}
