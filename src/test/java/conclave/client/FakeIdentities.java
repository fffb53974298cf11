package conclave.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Who may log in at the fake server: everybody with the one password, and with tokens, once. */
public final class FakeIdentities {
  /** The names of all log-ins that were tried. */
  public final List<String> tried = new CopyOnWriteArrayList<>();

  /** The sessions that were ended. */
  public final List<String> ended = new CopyOnWriteArrayList<>();

  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final AtomicInteger made = new AtomicInteger();
  private volatile String password = FakeServer.PASSWORD;
  volatile Duration tokenLife = Duration.ofDays(30);
  volatile boolean knowsSessions = true;

  /** The secret of a name; what nobody has for one that is not known. A token is used up. */
  String secretOf(String name) {
    tried.add(name);
    return name.contains("*")
        ? Optional.ofNullable(tokens.remove(name)).orElse("nobody has this")
        : password;
  }

  static String account(String name) {
    return name.split("[*@]", 2)[0];
  }

  /** What is answered to SESSIONS and PASSWORD. */
  List<String> answers(String account, IrcLine line) {
    if (!knowsSessions) {
      return List.of(":fake 421 " + account + " " + line.command() + " :Unknown command");
    }
    return line.command().equals("PASSWORD") ? changed(line) : sessions(account, line);
  }

  /** No token is good any more. */
  void revoke() {
    tokens.clear();
  }

  private List<String> sessions(String account, IrcLine line) {
    return switch (line.param(0)) {
      case "TOKEN" -> List.of(token(account));
      case "END" -> end(line.param(1));
      default ->
          List.of(
              ":fake NOTE SESSIONS SESSION 7 self 1000 2000 0::1 laptop conclave :This session",
              ":fake NOTE SESSIONS SESSION 8 away 1000 2000 * * irssi :Another session",
              ":fake NOTE SESSIONS END 2 :2 sessions");
    };
  }

  private String token(String account) {
    String name = account + "*7";
    String token = "token" + made.incrementAndGet();
    tokens.put(name, token);
    long expires = Instant.now().plus(tokenLife).toEpochMilli();
    return ":fake NOTE SESSIONS TOKEN " + name + " " + token + " " + expires + " :Keep it secret";
  }

  private List<String> end(String which) {
    if (which.equals("99")) {
      return List.of(":fake FAIL SESSIONS NO_SUCH_SESSION 99 :There is no session 99");
    }
    ended.add(which);
    List<String> answer = new ArrayList<>();
    answer.add(":fake NOTE SESSIONS ENDED 1 :One session has ended");
    if (which.equals("7")) {
      answer.add("ERROR :This session has ended");
    }
    return answer;
  }

  private List<String> changed(IrcLine line) {
    List<String> current = line.params().subList(0, line.params().size() - 1);
    if (!String.join(" ", current).equals(password)) {
      return List.of(":fake FAIL PASSWORD WRONG_PASSWORD :That is not your password");
    }
    password = line.text();
    tokens.clear();
    return List.of(":fake NOTE PASSWORD CHANGED :Your password is changed");
  }
}
