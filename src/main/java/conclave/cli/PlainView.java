package conclave.cli;

import conclave.cli.rooms.Placing;
import conclave.cli.rooms.Rooms;
import conclave.client.Event;
import java.time.Clock;

/**
 * One line for each event, with all that it takes to understand it: for scripts and screen readers.
 */
final class PlainView implements View {
  private final Screen screen;
  private final Rooms rooms;
  private final EventText text;

  PlainView(Screen screen, Rooms rooms, Clock clock) {
    this.screen = screen;
    this.rooms = rooms;
    this.text = new EventText(clock, false);
  }

  @Override
  public void heard(Event event, Placing placing) {
    if (event instanceof Event.Past past) {
      screen.show(past.accept(text));
      past.said().forEach(said -> screen.show(said.accept(text)));
    } else if (!(event instanceof Event.Typing)) {
      screen.show(event.accept(text));
    }
  }

  @Override
  public void arrived() {
    if (screen.isInteractive()) {
      rooms.open().ifPresent(page -> screen.show("-- You speak in " + page.room() + " now."));
    }
  }

  @Override
  public void theme(Theme theme) {
    // there are no colours
  }
}
