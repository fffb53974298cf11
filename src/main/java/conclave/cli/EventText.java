package conclave.cli;

import conclave.client.Event;
import conclave.client.Harmless;
import conclave.client.ListedSession;
import conclave.client.Target;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a person reads of an event: one line each, in local time. */
final class EventText implements Event.Visitor<String> {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final int NAMES_SHOWN = 100;

  private final Clock clock;
  private final boolean isInRoom;

  /**
   * @param clock the present, in the zone in which times are shown
   * @param isInRoom stands it among others of its room, which then need not be named?
   */
  EventText(Clock clock, boolean isInRoom) {
    this.clock = clock;
    this.isInRoom = isInRoom;
  }

  @Override
  public String connected(Event.Connected event) {
    return told(
        "You are "
            + name(event.nick())
            + (event.loggedIn() ? "." : ", without an account: the server knows no log-in by SASL,")
            + (event.loggedIn() ? "" : " or no password was given."));
  }

  @Override
  public String disconnected(Event.Disconnected event) {
    String lost =
        event.unconfirmed().isEmpty()
            ? ""
            : " Perhaps not delivered: "
                + event.unconfirmed().stream()
                    .map(text -> '"' + text + '"')
                    .collect(Collectors.joining(", "))
                + '.';
    String next =
        event
            .retryIn()
            .map(pause -> " Trying again in " + Math.max(1, pause.toSeconds()) + " s.")
            .orElse(" Giving up.");
    return told("No connection: " + event.reason() + "." + next + lost);
  }

  @Override
  public String said(Event.Said event) {
    boolean room = Target.isRoom(event.target());
    String who = name(event.who());
    String from = room || !event.own() ? who : "you";
    String place = room ? name(event.target()) + " " : "";
    String to = room ? "" : " to " + (event.own() ? name(event.target()) : "you");
    String said =
        switch (event.manner()) {
          case MESSAGE -> from + to + ": ";
          case NOTICE -> from + to + " (notice): ";
          case ACTION -> "* " + who + " ";
        };
    String number = event.number() == 0 ? "" : "#" + event.number() + " ";
    String text = event.text().replace("\n", " / "); // nobody writes what looks like another's line
    return number + at(event.time()) + place + said + text;
  }

  @Override
  public String notSaid(Event.NotSaid event) {
    String text = event.text().replace("\n", " / ");
    return "! " + name(event.target()) + ": " + event.reason() + " Not said (/retry): " + text;
  }

  @Override
  public String typing(Event.Typing event) {
    return told(name(event.who()) + (event.isActive() ? " is typing" : " has stopped typing"));
  }

  @Override
  public String past(Event.Past event) {
    int count = event.said().size();
    return told((event.isFound() ? "Found: " : "Said earlier: ") + count);
  }

  @Override
  public String joined(Event.Joined event) {
    return at(event.time()) + place(event.room()) + subject(event.who(), event.own(), "joined");
  }

  @Override
  public String parted(Event.Parted event) {
    String what = subject(event.who(), event.own(), "left");
    return at(event.time()) + place(event.room()) + what + because(event.reason());
  }

  @Override
  public String kicked(Event.Kicked event) {
    String who = event.own() ? "you were" : name(event.who()) + " was";
    return at(event.time())
        + place(event.room())
        + (who + " put out by " + name(event.by()) + because(event.reason()));
  }

  @Override
  public String quit(Event.Quit event) {
    return at(event.time()) + name(event.who()) + " left the server" + because(event.reason());
  }

  @Override
  public String nickChanged(Event.NickChanged event) {
    String who = event.own() ? "you are" : name(event.before()) + " is";
    return at(event.time()) + who + " now " + name(event.now());
  }

  @Override
  public String roomRenamed(Event.RoomRenamed event) {
    String what = " renamed it to " + name(event.to()) + because(event.reason());
    return at(event.time()) + place(event.room()) + name(event.who()) + what;
  }

  @Override
  public String topicChanged(Event.TopicChanged event) {
    String room = name(event.room());
    if (event.who().isEmpty()) {
      return told(
          room + (event.topic().isEmpty() ? " has no topic." : " is about: " + event.topic()));
    }
    return at(event.time())
        + (place(event.room()) + name(event.who()) + " set the topic: " + event.topic());
  }

  @Override
  public String modeChanged(Event.ModeChanged event) {
    return at(event.time()) + (place(event.target()) + name(event.who()) + " set " + event.modes());
  }

  @Override
  public String invited(Event.Invited event) {
    String room = name(event.room());
    return at(event.time())
        + name(event.who())
        + " invites you to "
        + room
        + " (/join "
        + room
        + ")";
  }

  @Override
  public String names(Event.Names event) {
    List<String> names = event.names();
    String shown =
        names.stream().limit(NAMES_SHOWN).map(EventText::name).collect(Collectors.joining(", "));
    String more = names.size() > NAMES_SHOWN ? ", and " + (names.size() - NAMES_SHOWN) : "";
    return told(name(event.room()) + ", " + names.size() + " here: " + shown + more);
  }

  @Override
  public String roomListed(Event.RoomListed event) {
    String topic = event.topic().isEmpty() ? "" : ": " + event.topic();
    return told(name(event.room()) + " (" + event.members() + ")" + topic);
  }

  @Override
  public String sessionListed(Event.SessionListed event) {
    ListedSession session = event.session();
    String state =
        switch (session.state()) {
          case "self" -> "this one";
          case "live" -> "connected";
          default -> "not connected";
        };
    return told(
        "Session "
            + session.number()
            + (" (" + state + ")")
            + labelled(" on ", session.device())
            + labelled(" from ", session.address())
            + labelled(" with ", session.client())
            + (": since " + when(session.created()) + ", seen " + when(session.seen())));
  }

  @Override
  public String told(Event.Told event) {
    return told(event.text());
  }

  @Override
  public String refused(Event.Refused event) {
    String subject = event.subject().isEmpty() ? "" : name(event.subject()) + ": ";
    return "! " + subject + event.text();
  }

  private String at(Instant time) {
    return isInRoom ? when(time) + " " : "[" + when(time) + "] ";
  }

  private String place(String room) {
    return isInRoom ? "" : name(room) + " ";
  }

  private String when(Instant time) {
    ZonedDateTime then = time.atZone(clock.getZone());
    boolean today = then.toLocalDate().equals(LocalDate.now(clock));
    return then.format(today ? TIME : DAY_AND_TIME);
  }

  private static String subject(String who, boolean own, String did) {
    return (own ? "you" : name(who)) + " " + did;
  }

  private static String labelled(String label, String value) {
    return value.isEmpty() ? "" : label + name(value);
  }

  private static String because(String reason) {
    return reason.isEmpty() ? "" : " (" + reason + ")";
  }

  private static String told(String text) {
    return "-- " + text;
  }

  private static String name(String name) {
    return Harmless.name(name);
  }
}
