package conclave.bench;

import conclave.client.IrcLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a client comes in: capabilities, SASL PLAIN where it has an account, and the welcome. Lines
 * in, lines out.
 */
final class Entering {
  /** What a server says when it does not take a log-in, a nick or a client. */
  private static final Set<String> REFUSALS =
      Set.of("432", "433", "436", "437", "464", "465", "902", "904", "905", "906", "908", "FAIL");

  private static final String ECHO = "echo-message";
  private static final String SASL = "sasl";

  private final String nick;
  private final Optional<String> plain;
  private int answersToCome;
  private boolean isLoggingIn;
  private boolean isIn;
  private boolean hasEcho;
  private Optional<String> refusal = Optional.empty();

  /**
   * A client at the door.
   *
   * @param plain what SASL PLAIN says of it, where it has an account
   */
  Entering(String nick, Optional<String> plain) {
    this.nick = nick;
    this.plain = plain;
  }

  /**
   * What it says first.
   *
   * @param wantsEcho does it want to be told what it has said?
   */
  List<String> begin(boolean wantsEcho) {
    List<String> lines = new ArrayList<>();
    if (plain.isPresent()) {
      isLoggingIn = true;
      lines.add("CAP REQ :" + SASL);
      answersToCome++;
    }
    if (wantsEcho) {
      lines.add("CAP REQ :" + ECHO);
      answersToCome++;
    }
    lines.add("NICK " + nick);
    lines.add("USER " + nick + " 0 * :bench");
    return lines;
  }

  /** The server has said this; what it is answered. */
  List<String> hear(IrcLine line) {
    return switch (line.command()) {
      case "CAP" -> capability(line);
      case "AUTHENTICATE" ->
          plain.map(secret -> List.of("AUTHENTICATE " + secret)).orElse(List.of());
      case "903" -> loggedIn();
      case "001" -> welcomed();
      default -> refused(line);
    };
  }

  private List<String> loggedIn() {
    isLoggingIn = false;
    return endIfAnswered();
  }

  private List<String> welcomed() {
    isIn = true;
    return List.of();
  }

  private List<String> refused(IrcLine line) {
    if (!isIn && REFUSALS.contains(line.command())) {
      refusal = Optional.of(line.text());
    }
    return List.of();
  }

  private List<String> capability(IrcLine line) {
    boolean isGiven = line.param(1).equals("ACK");
    if (!isGiven && !line.param(1).equals("NAK")) {
      return List.of();
    }
    answersToCome--;
    String which = line.text().trim();
    if (which.equals(ECHO)) {
      hasEcho = isGiven;
    } else if (which.equals(SASL) && isGiven) {
      return List.of("AUTHENTICATE PLAIN");
    } else if (which.equals(SASL)) {
      refusal = Optional.of("the server has no SASL");
    }
    return endIfAnswered();
  }

  private List<String> endIfAnswered() {
    return answersToCome == 0 && !isLoggingIn ? List.of("CAP END") : List.of();
  }

  /** Has it been welcomed? */
  boolean isIn() {
    return isIn;
  }

  /** Is it told what it has said? */
  boolean hasEcho() {
    return hasEcho;
  }

  /** Why it is not let in. */
  Optional<String> refusal() {
    return refusal;
  }
}
