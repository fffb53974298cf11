package conclave.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way from the first line to the welcome: capabilities, SASL, nick. Lines in, lines out; it
 * knows no socket.
 *
 * @see "Modern IRC, Connection Registration; IRCv3 capability-negotiation, SASL 3.2"
 */
final class LogIn {
  private static final List<String> WANTED =
      List.of("message-tags", "server-time", "batch", "echo-message", "multi-prefix");
  private static final int SASL_CHUNK = 400;
  private static final int NICK_TRIES = 3;

  private final Credentials credentials;
  private final Optional<byte[]> endPoint;
  private @Nullable SaslMechanism mechanism;
  private final Map<String, String> offered = new LinkedHashMap<>();
  private final Set<String> enabled = new LinkedHashSet<>();
  private final StringBuilder challenge = new StringBuilder();
  private String nick;
  private int nickTries;
  private boolean authenticated;
  private boolean welcome;

  LogIn(Credentials credentials) {
    this(credentials, Optional.empty());
  }

  /**
   * Begins.
   *
   * @param endPoint {@code tls-server-end-point} of the connection, where it has one
   */
  LogIn(Credentials credentials, Optional<byte[]> endPoint) {
    this.credentials = credentials;
    this.endPoint = endPoint;
    this.nick = credentials.account();
  }

  /** What the client says first. */
  List<IrcLine> begin() {
    return List.of(
        IrcLine.of("CAP", "LS", "302"),
        IrcLine.of("NICK", nick),
        IrcLine.of("USER", nick, "0", "*", nick));
  }

  /** What to answer to a line of the server. */
  List<IrcLine> on(IrcLine line) throws LogInRefused {
    return switch (line.command()) {
      case "PING" -> List.of(new IrcLine(Map.of(), "", "PONG", line.params()));
      case "CAP" -> capability(line);
      case "AUTHENTICATE" -> authenticate(line.param(0));
      case "903" -> authenticated();
      case "433", "436" -> nextNick(line);
      case "001" -> welcome();
      case "902", "904", "905", "906", "908", "432", "464", "465" ->
          throw new LogInRefused(line.command(), line.text());
      case "ERROR", "FAIL" -> throw new LogInRefused(line.command(), line.text());
      default -> List.of();
    };
  }

  /** Whether the server has said welcome. */
  boolean done() {
    return welcome;
  }

  boolean isAuthenticated() {
    return authenticated;
  }

  boolean has(String capability) {
    return enabled.contains(capability);
  }

  private List<IrcLine> capability(IrcLine line) {
    return switch (line.param(1)) {
      case "LS" -> offer(line);
      case "ACK" -> acknowledged(line.text());
      case "NAK" -> List.of(IrcLine.of("CAP", "END"));
      case "DEL" -> {
        enabled.removeAll(Arrays.asList(line.text().split(" ", -1)));
        yield List.of();
      }
      default -> List.of();
    };
  }

  private List<IrcLine> offer(IrcLine line) {
    for (String capability : line.text().trim().split(" +", -1)) {
      String[] parts = capability.split("=", 2);
      offered.put(parts[0], parts.length > 1 ? parts[1] : "");
    }
    if (line.params().size() > 3 && line.param(2).equals("*")) {
      return List.of(); // more of the list follows
    }
    List<String> wanted = new ArrayList<>(WANTED);
    if (credentials.canLogIn()) {
      mechanism = mechanism();
    }
    if (mechanism != null) {
      wanted.add("sasl");
    }
    wanted.retainAll(offered.keySet());
    return List.of(
        wanted.isEmpty()
            ? IrcLine.of("CAP", "END")
            : IrcLine.of("CAP", "REQ", String.join(" ", wanted)));
  }

  /** The best that the server offers: the one that tells it least. */
  private @Nullable SaslMechanism mechanism() {
    List<String> names = List.of(offered.getOrDefault("sasl", "").split(",", -1));
    List<String> scram = Stream.of(SaslScram.PLUS, SaslScram.NAME).filter(names::contains).toList();
    boolean canScram = scram.contains(SaslScram.NAME) || (!scram.isEmpty() && endPoint.isPresent());
    if (canScram) {
      return new SaslScram(credentials, scram, endPoint);
    }
    boolean isUnlisted = names.equals(List.of(""));
    return isUnlisted || names.contains("PLAIN") ? new SaslPlain(credentials) : null;
  }

  private List<IrcLine> acknowledged(String capabilities) {
    enabled.addAll(Arrays.asList(capabilities.trim().split(" +", -1)));
    return List.of(
        enabled.contains("sasl") && mechanism != null
            ? IrcLine.of("AUTHENTICATE", mechanism.name())
            : IrcLine.of("CAP", "END"));
  }

  private List<IrcLine> authenticate(String chunk) throws LogInRefused {
    if (mechanism == null) {
      throw new LogInRefused("AUTHENTICATE", "the server asks for what nobody offered");
    }
    challenge.append(chunk.equals("+") ? "" : chunk);
    if (chunk.length() == SASL_CHUNK) {
      return List.of();
    }
    byte[] question;
    try {
      question = Base64.getDecoder().decode(challenge.toString());
    } catch (IllegalArgumentException e) {
      throw new LogInRefused("AUTHENTICATE", "the server's challenge makes no sense");
    }
    challenge.setLength(0);
    return chunks(Base64.getEncoder().encodeToString(mechanism.respond(question)));
  }

  /** In parts of 400; a last part of just 400, or nothing at all, is followed by a plus sign. */
  private static List<IrcLine> chunks(String response) {
    List<IrcLine> lines = new ArrayList<>();
    int at = 0;
    for (; at + SASL_CHUNK <= response.length(); at += SASL_CHUNK) {
      lines.add(IrcLine.of("AUTHENTICATE", response.substring(at, at + SASL_CHUNK)));
    }
    lines.add(IrcLine.of("AUTHENTICATE", at < response.length() ? response.substring(at) : "+"));
    return lines;
  }

  private List<IrcLine> authenticated() throws LogInRefused {
    if (mechanism == null || !mechanism.trustsServer()) {
      throw new LogInRefused("903", "the server has not proved that it knows this account");
    }
    authenticated = true;
    return List.of(IrcLine.of("CAP", "END"));
  }

  private List<IrcLine> nextNick(IrcLine line) throws LogInRefused {
    if (++nickTries > NICK_TRIES) {
      throw new LogInRefused(line.command(), line.text());
    }
    nick += "_";
    return List.of(IrcLine.of("NICK", nick));
  }

  private List<IrcLine> welcome() {
    welcome = true;
    return List.of();
  }
}
