package conclave.cli;

import conclave.cli.rooms.Rooms;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of how a chat looks and sounds. */
final class Appearance {
  @Option(
      names = "--plain-output",
      description =
          "One plain line for each event, with the room's name; nothing is drawn again. For screen"
              + " readers.")
  private boolean plain;

  @Option(
      names = {"--no-color", "--no-colour"},
      description = "No colours; also where NO_COLOR is set.")
  private boolean noColour;

  @Option(names = "--no-bell", description = "Do not ring when somebody speaks to you.")
  private boolean noBell;

  @Option(names = "--no-typing", description = "Do not let others see that you are writing.")
  private boolean noTyping;

  /** The screen: the terminal, as far as it can do what is needed, or plain lines. */
  Screen screen(PrintWriter out) {
    Optional<Screen> terminal = TerminalScreen.open();
    if (!plain) {
      return terminal.orElseGet(() -> lines(out, false));
    }
    terminal.ifPresent(Screen::close); // it only tells that somebody sits there
    return lines(out, terminal.isPresent());
  }

  private static Screen lines(PrintWriter out, boolean isInteractive) {
    InputStreamReader in = new InputStreamReader(System.in, StandardCharsets.UTF_8);
    return new PipeScreen(in, out, System.console(), isInteractive);
  }

  /** How events are shown on it. */
  View view(Screen screen, Rooms rooms) {
    Clock clock = Clock.system(ZoneId.systemDefault());
    return plain || !screen.isInteractive()
        ? new PlainView(screen, rooms, clock)
        : new RoomView(screen, rooms, clock, theme(), !noBell);
  }

  Theme theme() {
    return Themes.begin(System.getenv(), System.getProperty("user.home", ""), noColour);
  }

  boolean tellsTyping() {
    return !noTyping;
  }
}
