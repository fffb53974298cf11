package conclave.client;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Asks for an account, in the server's plain dialect: {@code /register NAME [CODE]}, then the
 * password when the server asks for it. The answers are sentences for people; whether it worked,
 * the log-in tells.
 */
public final class Enrolment {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** With this begins what the plain dialect refuses. */
  private static final String REFUSAL = "! ";

  private Enrolment() {}

  /**
   * Asks, and tells what the server answers to that: not how it greets people without a client.
   *
   * @param invite the code that a server may want; empty for none
   * @return false where the server refuses it
   * @throws IOException if the server can't be reached, or never asks for the password
   */
  public static boolean ask(
      ServerAddress server,
      Trust trust,
      Credentials credentials,
      String invite,
      Consumer<String> answers)
      throws IOException, TrustRefused {
    try (Link link = Link.open(server, trust)) {
      link.readTimeout(PATIENCE);
      link.sendText(("/register " + credentials.account() + " " + invite).stripTrailing());
      List<String> said = answersUntil(link, Enrolment::asksForPassword);
      if (said.isEmpty() || !asksForPassword(said.get(said.size() - 1))) {
        said.forEach(answers); // they say why
        throw new IOException("the server did not ask for a password");
      }
      link.sendText(credentials.reveal());
      link.sendText("/quit");
      List<String> answer = answersUntil(link, line -> false);
      answer.stream().limit(1).forEach(answers); // the rest is a welcome
      return answer.stream().limit(1).noneMatch(Enrolment::isRefusal);
    }
  }

  /** Is it with this that the server says no? */
  public static boolean isRefusal(String answer) {
    return answer.startsWith(REFUSAL);
  }

  /** What the server says, up to such a line, or its end, or a long silence. */
  private static List<String> answersUntil(Link link, Predicate<String> last) throws IOException {
    List<String> said = new ArrayList<>();
    try {
      for (String line = link.readText(); line != null; line = link.readText()) {
        said.add(line);
        if (last.test(line)) {
          break;
        }
      }
    } catch (SocketTimeoutException e) {
      return said; // it has nothing more to say
    }
    return said;
  }

  private static boolean asksForPassword(String line) {
    return line.toLowerCase(Locale.ROOT).contains("password");
  }
}
