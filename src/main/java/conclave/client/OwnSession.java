package conclave.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a log-in is to the server: one of the account's sessions, with a number and a token to come
 * back with. It hears the answers that are for the client itself; those for people are told as
 * events. Safe for several threads.
 */
public final class OwnSession {
  /** Sends a line. */
  interface Out {
    void send(String command, String... params) throws IOException;
  }

  private final Keyring keyring;
  private final Out out;
  private final Consumer<Event> events;
  private boolean tokenAsked;
  private String number = "";
  private Optional<String> newPassword = Optional.empty();
  private boolean over;
  private boolean refused;

  OwnSession(Keyring keyring, Out out, Consumer<Event> events) {
    this.keyring = keyring;
    this.out = out;
    this.events = events;
  }

  /** After each log-in, since the last token is used up or has a use before it. */
  void askToken() throws IOException {
    setNumber(""); // it may be another session than before
    if (keyring.keepsTokens()) {
      setTokenAsked(true);
      out.send("SESSIONS", "TOKEN");
    }
  }

  /** Asks which sessions the account has; they are told as {@link Event.SessionListed}. */
  public void askAll() throws IOException {
    out.send("SESSIONS", "LIST");
  }

  /**
   * Ends one of the account's sessions, wherever it is.
   *
   * @param which its number, or {@code all} for all but this one
   */
  public void end(String which) throws IOException {
    synchronized (this) {
      over = false;
      refused = false;
    }
    out.send("SESSIONS", "END", which);
  }

  /**
   * Asks for another password. The line has no place for every old one: its words may stand only
   * one space apart.
   *
   * @throws IllegalArgumentException if this one does not fit, for people
   */
  public void changePassword(String current, String fresh) throws IOException {
    String[] words = current.split(" ", -1);
    String[] params = new String[words.length + 1];
    for (int i = 0; i < words.length; i++) {
      if (words[i].isEmpty() || words[i].startsWith(":")) {
        throw new IllegalArgumentException(
            "the current password can't be sent so: it is empty, or has a space at an end or beside"
                + " another, or a colon at the beginning of a word; ask an administrator");
      }
      params[i] = words[i];
    }
    params[words.length] = fresh;
    synchronized (this) {
      newPassword = Optional.of(fresh);
    }
    out.send("PASSWORD", params);
  }

  /** The session's number; empty if the server does not tell it within the limit. */
  Optional<String> number(Duration limit) throws IOException, InterruptedException {
    if (knownNumber().isEmpty()) {
      askAll();
    }
    return awaitNumber(System.nanoTime() + limit.toNanos());
  }

  /** Whether the server has ended the session, as it was asked to. */
  synchronized boolean isOver() {
    return over;
  }

  /**
   * Takes note of a line.
   *
   * @return whether it was an answer to the client, of no interest to people
   */
  boolean hears(IrcLine line) throws IOException {
    return switch (line.command()) {
      case "NOTE" -> noted(line);
      case "FAIL" -> failed(line.param(0));
      case "421" -> failed(line.param(1));
      case "ERROR" -> {
        ended();
        yield false;
      }
      default -> false;
    };
  }

  private boolean noted(IrcLine line) throws IOException {
    switch (line.param(0) + ' ' + line.param(1)) {
      case "SESSIONS TOKEN" -> {
        setTokenAsked(false);
        ResumeToken.of(line.param(2), line.param(3), line.param(4)).ifPresent(this::keep);
        return true;
      }
      case "SESSIONS SESSION" -> {
        if (line.param(3).equals("self")) {
          setNumber(line.param(2));
        }
      }
      case "SESSIONS ENDED" -> ended();
      case "PASSWORD CHANGED" -> passwordChanged();
      default -> {
        // for people
      }
    }
    return false;
  }

  private void keep(ResumeToken token) {
    setNumber(token.number());
    try {
      keyring.keep(token);
    } catch (IOException e) {
      events.accept(
          new Event.Told(
              "The next time you will need your password: the token can't be kept, "
                  + e.getMessage()));
    }
  }

  private void passwordChanged() throws IOException {
    synchronized (this) {
      newPassword.ifPresent(keyring::unlock);
      newPassword = Optional.empty();
    }
    askToken(); // what let in before the change may not after it
  }

  private synchronized boolean failed(String command) {
    boolean forPeople = !tokenAsked;
    if (command.equals("SESSIONS")) {
      tokenAsked = false;
      refused = forPeople;
      notifyAll();
      return !forPeople;
    }
    if (command.equals("PASSWORD")) {
      newPassword = Optional.empty();
    }
    return false;
  }

  /** By the answer, or by the farewell if nothing was refused before it. */
  private synchronized void ended() {
    over |= !refused;
  }

  private synchronized String knownNumber() {
    return number;
  }

  private synchronized void setNumber(String told) {
    number = told;
    notifyAll();
  }

  private synchronized void setTokenAsked(boolean asked) {
    tokenAsked = asked;
  }

  private synchronized Optional<String> awaitNumber(long end) throws InterruptedException {
    long left = (end - System.nanoTime()) / 1_000_000;
    while (number.isEmpty() && !refused && left > 0) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
    return number.isEmpty() ? Optional.empty() : Optional.of(number);
  }
}
