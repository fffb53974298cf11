package conclave.cli;

import conclave.cli.rooms.Rooms;
import conclave.client.Event;
import conclave.client.Session;
import conclave.client.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave send}: says something, and ends when the server has it. */
@Command(
    name = "send",
    description =
        "Say something, or every line of the standard input, and end when the server has stored it.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "While there is no connection, what is to be said waits, and is then said once.",
      "Exit codes: 0 all of it is stored, 1 something was refused or not confirmed in time, 2 wrong",
      "usage."
    })
public final class Send implements Callable<Integer> {
  private static final int MOST_UNDER_WAY = 500;

  @Spec private CommandSpec spec;

  @Mixin private Entrance entrance;

  @Mixin private ScriptServer server;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long to wait for the server. Default: ${DEFAULT-VALUE}.",
      defaultValue = "60")
  private int timeout;

  @Parameters(
      index = "0",
      paramLabel = "TARGET",
      description = "A room (with its #, quoted) or a person.")
  private String target;

  @Parameters(
      index = "1..*",
      paramLabel = "TEXT",
      description = "What to say; - or nothing for the lines of the standard input.")
  private List<String> words = List.of();

  private final CountDownLatch admitted = new CountDownLatch(1);
  private volatile boolean failed;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  public Send() {}

  @Override
  public Integer call() {
    Profile profile = server.profile(entrance);
    try (Screen screen = screen(spec.commandLine().getErr())) {
      List<String> rooms = isRoom() ? List.of(Rooms.named(target)) : List.of();
      Entrance.Guest guest =
          new Entrance.Guest(
              screen,
              profile,
              rooms,
              event -> heard(event, screen),
              session -> say(session, screen));
      return entrance.enter(guest, Optional.empty());
    }
  }

  private static Screen screen(PrintWriter err) {
    InputStreamReader nothing = new InputStreamReader(System.in, StandardCharsets.UTF_8);
    return new PipeScreen(nothing, err, System.console(), false);
  }

  private boolean isRoom() {
    return Target.isRoom(target);
  }

  private void heard(Event event, Screen screen) {
    if (event instanceof Event.Joined joined && joined.own()) {
      admitted.countDown();
    } else if (event instanceof Event.Refused refused) {
      fail(screen, refused.text());
    } else if (event instanceof Event.NotSaid lost) {
      fail(screen, lost.reason() + " Not said: " + lost.text());
    } else if (event instanceof Event.Disconnected gone) {
      boolean isLost = gone.retryIn().isEmpty() || !gone.unconfirmed().isEmpty();
      String what = "No connection: " + gone.reason();
      if (isLost) {
        fail(screen, what);
      } else {
        screen.show("-- " + what);
      }
    }
  }

  private void fail(Screen screen, String why) {
    failed = true;
    screen.show("! " + why);
    admitted.countDown(); // there is no more to wait for
  }

  private int say(Session session, Screen screen) throws InterruptedException {
    Duration limit = Duration.ofSeconds(timeout);
    if (isRoom() && !admitted.await(timeout, TimeUnit.SECONDS)) {
      fail(screen, "The server does not let this account into " + target + " in time.");
    }
    try {
      if (!failed) {
        sayAll(session, limit);
      }
    } catch (IOException | IllegalArgumentException e) {
      fail(screen, "Not sent: " + e.getMessage());
    }
    if (!session.awaitConfirmed(limit)) {
      fail(screen, "The server has not confirmed all of it in time.");
    }
    session.close();
    return failed ? Chat.FAILED : Chat.OK;
  }

  private void sayAll(Session session, Duration limit) throws IOException, InterruptedException {
    String text = String.join(" ", words);
    if (!text.isEmpty() && !text.equals("-")) {
      session.say(target, text);
      return;
    }
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null && !failed; line = in.readLine()) {
      if (!line.isBlank()) {
        session.say(target, line);
      }
      if (session.pending().size() >= MOST_UNDER_WAY && !session.awaitConfirmed(limit)) {
        return; // which is told at the end
      }
    }
  }
}
