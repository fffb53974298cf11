package conclave.config;

import conclave.name.AddressRange;
import conclave.room.Mode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts, switches, choices, addresses and files: the types of the schema that have no unit. */
final class Types {
  private static final Pattern HOST_WITH_DOT =
      Pattern.compile("(?=.{3,63}\\z)[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
  private static final Pattern ORIGIN =
      Pattern.compile(
          "\\*|[a-z][a-z0-9+.-]*://[a-z0-9.-]+(:[0-9]{1,5})?|[a-z]+://\\[[0-9a-f:.]+](:[0-9]{1,5})?");
  private static final Pattern WORD = Pattern.compile("[^\\p{Z}\\p{C}]+");
  private static final Pattern LINE = Pattern.compile("[^\\p{Cc}]*");
  private static final Pattern ROOM = Pattern.compile("#[^ ,\\p{Cc}]+");

  private Types() {}

  /** A name as IRC shows servers: the dot tells it from a nick. */
  static ScalarType<String> serverName() {
    return matching("a host name with a dot, of at most 63 characters", HOST_WITH_DOT);
  }

  /** A text that is one token of a line of IRC. */
  static ScalarType<String> word(int bytes) {
    Predicate<String> fits = text -> text.getBytes(StandardCharsets.UTF_8).length <= bytes;
    return text(
        "a word of at most " + bytes + " bytes without spaces",
        text -> Optional.of(text).filter(WORD.asMatchPredicate().and(fits)));
  }

  /** A text for people, on one line. */
  static ScalarType<String> line(int bytes) {
    Predicate<String> fits = text -> text.getBytes(StandardCharsets.UTF_8).length <= bytes;
    return text(
        "a line of at most " + bytes + " bytes",
        text -> Optional.of(text).filter(LINE.asMatchPredicate().and(fits)));
  }

  static ScalarType<String> account() {
    return matching("the name of an account", WORD);
  }

  static ScalarType<String> room() {
    return matching(
        "a room name, which begins with # and has no space, comma or control character", ROOM);
  }

  /** Modes of a room that take no parameter. */
  static ScalarType<String> roomModes() {
    String letters = Mode.letters(Mode.Kind.FLAG);
    return matching("letters of " + letters, Pattern.compile("[" + letters + "]*"));
  }

  static ScalarType<Boolean> flag() {
    Function<String, Optional<Boolean>> parse =
        text ->
            text.equals("true") || text.equals("false")
                ? Optional.of(text.equals("true"))
                : Optional.empty();
    return new ScalarType<>("true or false", true, (text, folder) -> parse.apply(text));
  }

  /** One constant of an enum, written in lower case. */
  static <E extends Enum<E>> ScalarType<E> choice(Class<E> type) {
    List<E> all = List.of(type.getEnumConstants());
    return text(
        oneOf(all.stream().map(Types::lower).toList()),
        text -> all.stream().filter(each -> lower(each).equals(text)).findFirst());
  }

  static ScalarType<String> word(String... words) {
    List<String> all = Arrays.asList(words);
    return text(oneOf(all), text -> Optional.of(text).filter(all::contains));
  }

  static ScalarType<Endpoint> endpoint() {
    return text("an address with a port, such as [::]:6697", Endpoint::parse);
  }

  /** An address that other machines cannot reach. */
  static ScalarType<Endpoint> loopback() {
    return text(
        "a loopback address with a port, such as [::1]:6667 (without TLS, nothing else is safe)",
        text -> Endpoint.parse(text).filter(Endpoint::isLoopback));
  }

  /** An address that others are told, so that the system can't choose its port. */
  static ScalarType<Endpoint> reachable() {
    return text(
        "an address with a port from 1 to 65533, such as [2001:db8::7]:7800",
        text -> Endpoint.parse(text).filter(e -> e.port() > 0 && e.port() <= 65533));
  }

  /** Where a page comes from, as browsers say it (RFC 6454 §6.1), in lower case. */
  static ScalarType<String> origin() {
    return text(
        "an origin, such as https://chat.example.org, or *",
        text ->
            Optional.of(text.toLowerCase(Locale.ROOT))
                .filter(origin -> ORIGIN.matcher(origin).matches()));
  }

  /** An address or a network; all of them together are none. */
  static ScalarType<AddressRange> network() {
    return text(
        "an address or a network, such as 192.0.2.7 or 2001:db8::/32",
        text -> AddressRange.parse(text).filter(range -> range.bits() > 0));
  }

  /** An address or a network, even all of them. */
  static ScalarType<AddressRange> anyNetwork() {
    return text(
        "an address or a network, such as 192.0.2.7, 2001:db8::/32 or ::/0", AddressRange::parse);
  }

  /** A file that is there and can be read; the path comes back absolute. */
  static ScalarType<Path> file() {
    return new ScalarType<>("a file that can be read", false, Types::readable);
  }

  private static Optional<Path> readable(String text, Path folder) {
    try {
      return Optional.of(text)
          .filter(t -> !t.isEmpty())
          .map(t -> folder.resolve(t).normalize())
          .filter(path -> Files.isReadable(path) && !Files.isDirectory(path));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** A file that need not be there yet; the path comes back absolute. */
  static ScalarType<Path> fileToWrite() {
    return new ScalarType<>("the path of a file", false, Types::noFolder);
  }

  /** The path, unless there is a folder. */
  static Optional<Path> noFolder(String text, Path folder) {
    try {
      return Optional.of(folder.resolve(text).normalize()).filter(path -> !Files.isDirectory(path));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static ScalarType<String> matching(String allowed, Pattern pattern) {
    return text(allowed, text -> Optional.of(text).filter(pattern.asMatchPredicate()));
  }

  private static <T> ScalarType<T> text(String allowed, Function<String, Optional<T>> parse) {
    return new ScalarType<>(allowed, false, (text, folder) -> parse.apply(text));
  }

  private static String oneOf(List<String> words) {
    return words.stream().collect(Collectors.joining(", ", "one of ", ""));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
