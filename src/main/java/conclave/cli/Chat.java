package conclave.cli;

import conclave.client.Event;
import conclave.client.Session;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
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
  private final OpenRooms rooms = new OpenRooms();
  private final EventText text = new EventText(Clock.system(ZoneId.systemDefault()));
  private final Set<String> answeredRooms = new LinkedHashSet<>();
  private boolean online;
  private boolean over;
  private boolean failed;

  Chat(Screen screen) {
    this.screen = screen;
  }

  /** Shows an event and takes note of it. Called by the session's thread. */
  void heard(Event event) {
    screen.show(event.accept(text));
    note(event);
    showPrompt();
  }

  /**
   * Reads what is typed and does it, until the end.
   *
   * @return the exit code
   */
  int run(Session session, List<String> firstRooms) {
    TypedCommands commands = new TypedCommands(session, rooms, screen);
    try {
      if (!screen.isInteractive()) {
        awaitRooms(firstRooms); // a script's first line must find its room
      }
      boolean goingOn = true;
      while (goingOn) {
        Optional<String> typed = screen.read();
        goingOn = typed.isPresent() && !isOver() && obey(commands, typed.get());
        showPrompt();
      }
      return farewell(session, commands.wantsLogOut());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    }
  }

  private boolean obey(TypedCommands commands, String typed) {
    try {
      return typed.lines().allMatch(commands::obey);
    } catch (TypedCommands.Misuse e) {
      screen.show("! " + e.getMessage());
      failedOnce();
      return true;
    }
  }

  private int farewell(Session session, boolean logOut) throws InterruptedException {
    if (isOver()) {
      return FAILED;
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

  private synchronized void note(Event event) {
    if (event instanceof Event.Connected) {
      online = true;
    } else if (event instanceof Event.Disconnected lost) {
      online = false;
      over = lost.retryIn().isEmpty();
    } else if (event instanceof Event.Joined joined && joined.own()) {
      rooms.opened(joined.room());
      answered(joined.room());
    } else if (event instanceof Event.Parted parted && parted.own()) {
      rooms.closed(parted.room());
    } else if (event instanceof Event.Kicked kicked && kicked.own()) {
      rooms.closed(kicked.room());
    } else if (event instanceof Event.RoomRenamed renamed) {
      rooms.renamed(renamed.room(), renamed.to());
    } else if (event instanceof Event.Refused refused) {
      answered(refused.subject());
      failed = true;
    }
    if (over) {
      notifyAll();
      screen.end();
    }
  }

  private void showPrompt() {
    String room = rooms.current().orElse("");
    screen.prompt((isOnline() ? "" : "(offline) ") + room + "> ");
  }

  /** Whether a script did not get all that it asked for; a person has seen it and gone on. */
  private synchronized boolean hasFailed() {
    return failed && !screen.isInteractive();
  }

  private synchronized void failedOnce() {
    failed = true;
  }

  private synchronized boolean isOnline() {
    return online;
  }

  private synchronized boolean isOver() {
    return over;
  }

  private synchronized void answered(String room) {
    answeredRooms.add(OpenRooms.fold(room));
    notifyAll();
  }

  private synchronized void awaitRooms(List<String> firstRooms) throws InterruptedException {
    long end = System.nanoTime() / 1_000_000 + ROOMS_LIMIT_MILLIS;
    long left = ROOMS_LIMIT_MILLIS;
    while (left > 0
        && !over
        && !firstRooms.stream().map(OpenRooms::fold).allMatch(answeredRooms::contains)) {
      wait(left);
      left = end - System.nanoTime() / 1_000_000;
    }
  }
}
