package conclave.client;

import java.time.Duration;
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
      List.of(
          "message-tags",
          "server-time",
          "batch",
          "echo-message",
          "labeled-response",
          "conclave/id",
          "multi-prefix",
          "draft/multiline",
          "draft/channel-rename");
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
  private boolean introduced;
  private Optional<Duration> retryAfter = Optional.empty();
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
    List<IrcLine> lines = new ArrayList<>(List.of(IrcLine.of("CAP", "LS", "302")));
    lines.addAll(introduction());
    return lines;
  }

  /** Its name, once: where it is not known yet, the log-in by certificate will tell. */
  private List<IrcLine> introduction() {
    if (introduced || nick.isEmpty()) {
      return List.of();
    }
    introduced = true;
    return List.of(IrcLine.of("NICK", nick), IrcLine.of("USER", nick, "0", "*", nick));
  }

  /** What to answer to a line of the server. */
  List<IrcLine> on(IrcLine line) throws LogInRefused {
    return switch (line.command()) {
      case "PING" -> List.of(new IrcLine(Map.of(), "", "PONG", line.params()));
      case "CAP" -> capability(line);
      case "AUTHENTICATE" -> authenticate(line.param(0));
      case "900" -> loggedIn(line.param(2));
      case "903" -> authenticated();
      case "433", "436" -> nextNick(line);
      case "001" -> welcome();
      case "902", "904", "905", "906", "908", "432", "464", "465" ->
          throw new LogInRefused(line.command(), line.text(), retryAfter);
      case "FAIL" -> failed(line);
      case "ERROR" -> throw new LogInRefused(line.command(), line.text());
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

  /** A failed AUTHENTICATE is decided by the numeric that follows; this only says more of it. */
  private List<IrcLine> failed(IrcLine line) throws LogInRefused {
    if (!line.param(0).equals("AUTHENTICATE")) {
      throw new LogInRefused(line.command(), line.text());
    }
    if (line.param(1).equals("RATE_LIMITED") && line.param(2).matches("[0-9]{1,6}")) {
      retryAfter = Optional.of(Duration.ofSeconds(Long.parseLong(line.param(2))));
    }
    return List.of();
  }

  private List<IrcLine> capability(IrcLine line) throws LogInRefused {
    return switch (line.param(1)) {
      case "LS" -> offer(line);
      case "ACK" -> acknowledged(line.text());
      case "NAK" -> without();
      case "DEL" -> {
        enabled.removeAll(Arrays.asList(line.text().split(" ", -1)));
        yield List.of();
      }
      default -> List.of();
    };
  }

  /** Goes on without a log-in, unless nothing else was wanted. */
  private List<IrcLine> without() throws LogInRefused {
    if (credentials.certificate().isPresent()) {
      throw new LogInRefused("CAP", "it takes no certificates for a log-in (SASL EXTERNAL)");
    }
    return List.of(IrcLine.of("CAP", "END"));
  }

  private List<IrcLine> offer(IrcLine line) throws LogInRefused {
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
    return wanted.isEmpty()
        ? without()
        : List.of(IrcLine.of("CAP", "REQ", String.join(" ", wanted)));
  }

  /** The best that the server offers: the one that tells it least. */
  private @Nullable SaslMechanism mechanism() {
    List<String> names = List.of(offered.getOrDefault("sasl", "").split(",", -1));
    boolean isUnlisted = names.equals(List.of(""));
    if (credentials.certificate().isPresent()) {
      return isUnlisted || names.contains(SaslExternal.NAME) ? new SaslExternal(credentials) : null;
    }
    List<String> scram = Stream.of(SaslScram.PLUS, SaslScram.NAME).filter(names::contains).toList();
    boolean canScram = scram.contains(SaslScram.NAME) || (!scram.isEmpty() && endPoint.isPresent());
    if (canScram) {
      return new SaslScram(credentials, scram, endPoint);
    }
    return isUnlisted || names.contains("PLAIN") ? new SaslPlain(credentials) : null;
  }

  private List<IrcLine> acknowledged(String capabilities) throws LogInRefused {
    enabled.addAll(Arrays.asList(capabilities.trim().split(" +", -1)));
    return enabled.contains("sasl") && mechanism != null
        ? List.of(IrcLine.of("AUTHENTICATE", mechanism.name()))
        : without();
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

  private List<IrcLine> loggedIn(String account) {
    nick = nick.isEmpty() ? account : nick;
    return List.of();
  }

  private List<IrcLine> authenticated() throws LogInRefused {
    if (mechanism == null || !mechanism.trustsServer()) {
      throw new LogInRefused("903", "the server has not proved that it knows this account");
    }
    authenticated = true;
    List<IrcLine> lines = new ArrayList<>(introduction());
    lines.add(IrcLine.of("CAP", "END"));
    return lines;
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
