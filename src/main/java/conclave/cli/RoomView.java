package conclave.cli;

import conclave.cli.rooms.Mention;
import conclave.cli.rooms.Page;
import conclave.cli.rooms.Placing;
import conclave.cli.rooms.Rooms;
import conclave.client.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Shows the room in front, as it goes on; of the others only that there is something. */
final class RoomView implements View {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

  private final Screen screen;
  private final Rooms rooms;
  private final Clock clock;
  private final boolean bell;
  private final RoomText text;
  private final Comeback comeback = new Comeback();
  private Optional<String> shownRoom = Optional.empty();
  private LocalDate shownDay;
  private boolean welcomed;

  /**
   * @param clock the present, in the zone in which times are shown
   * @param bell whether it rings when somebody speaks to the user
   */
  RoomView(Screen screen, Rooms rooms, Clock clock, Theme theme, boolean bell) {
    this.screen = screen;
    this.rooms = rooms;
    this.clock = clock;
    this.bell = bell;
    this.text = new RoomText(clock, screen.colours(), theme);
    this.shownDay = LocalDate.now(clock);
  }

  @Override
  public synchronized void heard(Event event, Placing placing) {
    if (event instanceof Event.Typing || comeback.isOldHat(event)) {
      return;
    }
    if (event instanceof Event.Past past) {
      past(past);
    } else if (event instanceof Event.RoomRenamed renamed && placing.isInFront()) {
      shownRoom = Optional.of(renamed.to());
      show(event, false);
    } else if (!rooms.current().equals(shownRoom)) {
      boolean wasShown = isOfShownRoom(placing) || placing.rooms().isEmpty();
      if (wasShown) {
        show(event, false); // it is the last that is seen of that room
      }
      arrived();
    } else if (placing.isInFront() || placing.rooms().isEmpty()) {
      show(event, placing.calls());
    }
    if (event instanceof Event.Connected && !welcomed) {
      welcomed = true;
      screen.show("-- /help lists what you can type; Tab completes it; Ctrl-D leaves.");
    }
    if (bell && placing.calls() && event instanceof Event.Said said && !said.replayed()) {
      screen.bell();
    }
  }

  @Override
  public synchronized void arrived() {
    shownRoom = rooms.current();
    rooms.open().ifPresent(this::show);
  }

  @Override
  public synchronized void theme(Theme theme) {
    text.theme(theme);
    screen.show(text.rule("these are the colours now, " + rooms.nick()));
  }

  private boolean isOfShownRoom(Placing placing) {
    return shownRoom.filter(placing.rooms()::contains).isPresent();
  }

  private void show(Page page) {
    screen.show(text.heading(page.room(), page.topic()));
    page.seen().forEach(event -> show(event, isCall(event)));
    if (!page.fresh().isEmpty()) {
      String more = page.missing() > 0 ? ", and " + page.missing() + " before them (/history)" : "";
      screen.show(text.rule("new" + more));
    }
    page.fresh().forEach(event -> show(event, isCall(event)));
  }

  private void past(Event.Past past) {
    List<Event.Said> said = past.said();
    if (said.isEmpty()) {
      screen.show(text.rule(past.isFound() ? "nothing found" : "there is nothing earlier"));
      return;
    }
    screen.show(text.rule(past.isFound() ? "found" : past.target() + ", earlier"));
    LocalDate today = shownDay;
    said.forEach(
        one -> {
          boolean isElsewhere =
              past.isFound() && !rooms.current().filter(one.target()::equals).isPresent();
          show(one, false, isElsewhere ? one.target() + " " : "");
        });
    screen.show(text.rule("up to here"));
    shownDay = today;
  }

  private boolean isCall(Event event) {
    return event instanceof Event.Said said && !said.own() && Mention.of(rooms.nick(), said.text());
  }

  private void show(Event event, boolean calls) {
    show(event, calls, "");
  }

  private void show(Event event, boolean calls, String before) {
    if (event instanceof Event.Said said) {
      separate(said.time());
    }
    if (!before.isEmpty()) {
      screen.show(text.rule(before.strip()));
    }
    text.of(event, calls).forEach(screen::show);
  }

  /** Says which day it is, where that is another than that of the line before. */
  private void separate(Instant time) {
    LocalDate day = time.atZone(clock.getZone()).toLocalDate();
    if (!day.equals(shownDay)) {
      shownDay = day;
      screen.show(text.rule(day.format(DAY)));
    }
  }
}
