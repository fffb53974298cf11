package conclave.cli;

import conclave.client.Event;
import conclave.client.Harmless;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** What a person reads of an event in its room, which need not be named there. */
final class RoomText {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final String DURABLE = " \u2713";
  private static final String INDENT = "      ";

  private final Clock clock;
  private final int colours;
  private final EventText plain;
  private Theme theme;

  /**
   * @param clock the present, in the zone in which times are shown
   * @param colours how many the terminal has
   */
  RoomText(Clock clock, int colours, Theme theme) {
    this.clock = clock;
    this.colours = colours;
    this.theme = theme;
    this.plain = new EventText(clock, true);
  }

  void theme(Theme other) {
    theme = other;
  }

  /**
   * The lines of an event.
   *
   * @param calls whether it speaks to the user
   */
  List<AttributedString> of(Event event, boolean calls) {
    if (event instanceof Event.Said said) {
      return said(said, calls);
    }
    if (event instanceof Event.Joined joined) {
      return moved(joined.time(), "\u2192 ", joined.who(), joined.own(), "joined", "");
    }
    if (event instanceof Event.Parted parted) {
      return moved(parted.time(), "\u2190 ", parted.who(), parted.own(), "left", parted.reason());
    }
    if (event instanceof Event.Quit quit) {
      return moved(quit.time(), "\u2190 ", quit.who(), false, "left the server", quit.reason());
    }
    if (event instanceof Event.TopicChanged changed && !changed.who().isEmpty()) {
      return List.of(
          begun(changed.time())
              .styled(theme.aside(), Harmless.name(changed.who()) + " set the topic: ")
              .append(Harmless.text(changed.topic()))
              .toAttributedString());
    }
    boolean isFailure = event instanceof Event.Refused || event instanceof Event.NotSaid;
    AttributedStyle style = isFailure ? theme.failure() : theme.aside();
    return List.of(new AttributedString(Harmless.text(event.accept(plain)), style));
  }

  /** A line across, with what it is for. */
  AttributedString rule(String about) {
    return new AttributedString(
        "\u2501\u2501 " + Harmless.text(about) + " \u2501\u2501", theme.aside());
  }

  /** What a room begins with when it is come to. */
  AttributedString heading(String room, String topic) {
    return new AttributedStringBuilder()
        .styled(theme.heading(), "\u2501\u2501 " + Harmless.name(room))
        .append(topic.isEmpty() ? "" : ": " + Harmless.text(topic))
        .toAttributedString();
  }

  private List<AttributedString> said(Event.Said said, boolean calls) {
    List<String> lines = said.text().lines().map(Harmless::text).toList();
    AttributedStyle style = calls ? theme.call() : AttributedStyle.DEFAULT;
    AttributedStringBuilder first = begun(said.time());
    if (said.number() > 0) {
      first.styled(theme.aside(), "#" + said.number() + " ");
    }
    String who = Harmless.name(said.who());
    AttributedStyle colour = calls ? theme.call() : theme.nick(said.who(), colours);
    switch (said.manner()) {
      case MESSAGE -> first.styled(colour, who + ":").append(" ");
      case NOTICE -> first.styled(colour, who).styled(theme.aside(), " (notice): ");
      case ACTION -> first.append("* ").styled(colour, who).append(" ");
    }
    first.styled(style, lines.isEmpty() ? "" : lines.get(0));
    Stream<AttributedStringBuilder> more =
        lines.stream()
            .skip(1)
            .map(line -> new AttributedStringBuilder().styled(style, INDENT + line));
    List<AttributedStringBuilder> all = Stream.concat(Stream.of(first), more).toList();
    if (said.own() && !said.id().isEmpty()) {
      all.get(all.size() - 1).styled(theme.aside(), DURABLE);
    }
    return all.stream().map(AttributedStringBuilder::toAttributedString).toList();
  }

  private List<AttributedString> moved(
      Instant time, String sign, String who, boolean own, String did, String reason) {
    String name = own ? "you" : Harmless.name(who);
    String because = reason.isEmpty() ? "" : " (" + Harmless.text(reason) + ")";
    return List.of(
        begun(time).styled(theme.aside(), sign + name + " " + did + because).toAttributedString());
  }

  private AttributedStringBuilder begun(Instant time) {
    String when = time.atZone(clock.getZone()).format(TIME);
    return new AttributedStringBuilder().styled(theme.aside(), when + " ");
  }
}
