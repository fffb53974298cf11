package conclave.cli;

import conclave.cli.rooms.Placing;
import conclave.cli.rooms.Rooms;
import conclave.client.Event;
import conclave.client.Pending;
import conclave.client.Session;
import conclave.name.CaseFold;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Joins a screen and a session: what is typed is said, what is heard is shown. */
final class Chat {
  static final int OK = 0;
  static final int FAILED = 1;

  private static final Duration CONFIRMATION_LIMIT = Duration.ofSeconds(10);
  private static final long ROOMS_LIMIT_MILLIS = 10_000;

  private final Screen screen;
  private final Rooms rooms = new Rooms();
  private final View view;
  private final Prompt prompt;
  private final boolean tellsTyping;
  private final Set<String> answeredRooms = new LinkedHashSet<>();
  private Optional<TypedCommands> commands = Optional.empty();
  private boolean over;
  private boolean failed;

  Chat(Screen screen, Appearance appearance) {
    this.screen = screen;
    this.tellsTyping = appearance.tellsTyping();
    this.prompt = new Prompt(screen, rooms, appearance.theme());
    this.view = prompt.over(appearance.view(screen, rooms));
  }

  /** Shows an event and takes note of it. Called by the session's thread. */
  void heard(Event event) {
    Placing placing = rooms.note(event);
    prompt.note(event, placing);
    view.heard(event, placing);
    note(event);
    prompt.show();
  }

  /**
   * Reads what is typed and does it, until the end.
   *
   * @return the exit code
   */
  int run(Session session, List<String> firstRooms) {
    TypedCommands typedCommands = new TypedCommands(session, rooms, screen, view);
    begin(typedCommands);
    ClassArchive.markWorthKeeping();
    try (prompt) {
      prompt.begin(session);
      screen.assist(
          new ChatAssistant(session, rooms, view, typedCommands.table(), prompt, tellsTyping));
      long end = millis() + ROOMS_LIMIT_MILLIS;
      boolean goingOn = true;
      while (goingOn) {
        Optional<String> typed = screen.read();
        awaitRooms(firstRooms, end); // what is typed ahead must find its room
        goingOn =
            typed.isPresent() && !isOver() && obey(typedCommands, typed.get().stripTrailing());
        prompt.show();
      }
      return farewell(session, typedCommands.wantsLogOut());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    }
  }

  private boolean obey(TypedCommands typedCommands, String typed) {
    try {
      if (typed.indexOf('\n') < 0) {
        return typedCommands.obey(typed);
      }
      if (isMeant(typed)) {
        typedCommands.say(typed);
      }
    } catch (Misuse e) {
      screen.show("! " + e.getMessage());
      failedOnce();
    }
    return true;
  }

  /** Several lines are seldom typed: they were pasted, perhaps by mistake. */
  private boolean isMeant(String typed) {
    long lines = typed.lines().count();
    String where = rooms.current().map(room -> " in " + room).orElse("");
    boolean isYes = screen.isYes("Say these " + lines + " lines" + where + "? (y/n) ");
    if (!isYes) {
      screen.show("-- Not said. The arrow up brings it back.");
    }
    return isYes;
  }

  private int farewell(Session session, boolean logOut) throws InterruptedException {
    if (isOver()) {
      return FAILED;
    }
    if (screen.isInteractive() && !session.pending().isEmpty()) {
      screen.show("-- Waiting for the server to confirm what you said ...");
    }
    boolean confirmed = session.awaitConfirmed(CONFIRMATION_LIMIT);
    boolean left = !logOut || loggedOut(session);
    session.close();
    if (!confirmed) {
      screen.show("! The server has not confirmed all that was said: it may be lost.");
    }
    return confirmed && left && !hasFailed() ? OK : FAILED;
  }

  private boolean loggedOut(Session session) throws InterruptedException {
    try {
      if (session.logOut()) {
        screen.show("-- You are logged out; the next time needs your password.");
        return true;
      }
      screen.show(
          "! The server has not confirmed that the session is over; its token is forgotten.");
    } catch (IOException e) {
      screen.show("! The session could not be ended: " + e.getMessage());
    }
    return false;
  }

  private synchronized void begin(TypedCommands typedCommands) {
    commands = Optional.of(typedCommands);
  }

  private synchronized void note(Event event) {
    if (event instanceof Event.Disconnected lost) {
      over = lost.retryIn().isEmpty();
    } else if (event instanceof Event.Joined joined && joined.own()) {
      answered(joined.room());
    } else if (event instanceof Event.Refused refused) {
      answered(refused.subject());
      failed = true;
    } else if (event instanceof Event.NotSaid lost) {
      failed = true;
      commands.ifPresent(typed -> typed.failed(new Pending(lost.target(), lost.text())));
    }
    if (over) {
      notifyAll();
      screen.end();
    }
  }

  /** Whether a script did not get all that it asked for; a person has seen it and gone on. */
  private synchronized boolean hasFailed() {
    return failed && !screen.isInteractive();
  }

  private synchronized void failedOnce() {
    failed = true;
  }

  private synchronized boolean isOver() {
    return over;
  }

  private synchronized void answered(String room) {
    answeredRooms.add(CaseFold.fold(room));
    notifyAll();
  }

  private static long millis() {
    return System.nanoTime() / 1_000_000;
  }

  private synchronized void awaitRooms(List<String> firstRooms, long end)
      throws InterruptedException {
    long left = end - millis();
    while (left > 0
        && !over
        && !firstRooms.stream().map(CaseFold::fold).allMatch(answeredRooms::contains)) {
      wait(left);
      left = end - millis();
    }
  }
}
