package conclave.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
  private final SaslMechanism mechanism;
  private final Map<String, String> offered = new LinkedHashMap<>();
  private final Set<String> enabled = new LinkedHashSet<>();
  private final StringBuilder challenge = new StringBuilder();
  private String nick;
  private int nickTries;
  private boolean authenticated;
  private boolean welcome;

  LogIn(Credentials credentials) {
    this.credentials = credentials;
    this.mechanism = new SaslPlain(credentials);
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
    if (credentials.canLogIn() && mechanismOffered()) {
      wanted.add("sasl");
    }
    wanted.retainAll(offered.keySet());
    return List.of(
        wanted.isEmpty()
            ? IrcLine.of("CAP", "END")
            : IrcLine.of("CAP", "REQ", String.join(" ", wanted)));
  }

  private boolean mechanismOffered() {
    String mechanisms = offered.getOrDefault("sasl", "");
    return mechanisms.isEmpty() || List.of(mechanisms.split(",")).contains(mechanism.name());
  }

  private List<IrcLine> acknowledged(String capabilities) {
    enabled.addAll(Arrays.asList(capabilities.trim().split(" +", -1)));
    return List.of(
        enabled.contains("sasl")
            ? IrcLine.of("AUTHENTICATE", mechanism.name())
            : IrcLine.of("CAP", "END"));
  }

  private List<IrcLine> authenticate(String chunk) throws LogInRefused {
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

  private List<IrcLine> authenticated() {
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
