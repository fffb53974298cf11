package conclave.cli;

import conclave.cli.rooms.Rooms;
import conclave.cli.rooms.Tab;
import conclave.client.Harmless;
import conclave.client.Pending;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** What stands over and before the line that is being typed. */
final class StatusLine {
  private static final int PENDING_SHOWN = 3;
  private static final int NARROWEST = 20;
  private static final String DOT = " \u00b7 ";

  private final Rooms rooms;
  private Theme theme;

  StatusLine(Rooms rooms, Theme theme) {
    this.rooms = rooms;
    this.theme = theme;
  }

  void theme(Theme other) {
    theme = other;
  }

  /**
   * The lines, the last one without its end.
   *
   * @param trouble what is wrong with the connection; empty if nothing is
   * @param pending what is being sent for a while already
   * @param typing who is writing in the room in front
   * @param columns of the screen
   */
  AttributedString of(String trouble, List<Pending> pending, List<String> typing, int columns) {
    int width = Math.max(NARROWEST, columns - 1); // the last column would wrap on some terminals
    AttributedStringBuilder lines = new AttributedStringBuilder();
    int hidden = Math.max(0, pending.size() - PENDING_SHOWN);
    pending.stream()
        .limit(PENDING_SHOWN)
        .map(one -> pending(one, hidden))
        .forEach(line -> lines.append(line.columnSubSequence(0, width)).append("\n"));
    lines.append(status(trouble, typing).columnSubSequence(0, width)).append("\n");
    String room = rooms.current().map(Harmless::name).orElse("");
    return lines.append(room).append("> ").toAttributedString();
  }

  private AttributedString pending(Pending one, int hidden) {
    String text = Harmless.text(one.text().replace("\n", " / "));
    String more = hidden > 0 ? " (and " + hidden + " more)" : "";
    return new AttributedString(
        "sending \u2026" + more + " " + Harmless.name(one.target()) + ": " + text, theme.aside());
  }

  private AttributedString status(String trouble, List<String> typing) {
    AttributedStringBuilder line = new AttributedStringBuilder();
    if (!trouble.isEmpty()) {
      line.styled(theme.failure(), trouble).append("  ");
    }
    for (Tab tab : rooms.all()) {
      tab(tab, line);
    }
    String about =
        (rooms.members() > 0 ? rooms.members() + " here" : "")
            + (rooms.members() > 0 && !rooms.topic().isEmpty() ? DOT : "")
            + Harmless.text(rooms.topic());
    String writing =
        typing.isEmpty()
            ? ""
            : typing.stream().map(Harmless::name).collect(Collectors.joining(", "))
                + (typing.size() == 1 ? " is" : " are")
                + " typing";
    line.styled(theme.aside(), writing + (writing.isEmpty() || about.isEmpty() ? "" : DOT) + about);
    return line.toAttributedString();
  }

  private void tab(Tab tab, AttributedStringBuilder line) {
    String name = tab.number() + ":" + Harmless.name(tab.name());
    if (tab.isInFront()) {
      line.styled(theme.heading(), "[" + name + "]");
    } else if (tab.calls() > 0) {
      line.styled(theme.call(), "[" + name + " " + tab.unread() + "!]");
    } else {
      line.styled(theme.aside(), "[" + name + (tab.unread() > 0 ? " " + tab.unread() : "") + "]");
    }
    line.append(" ");
  }
}
