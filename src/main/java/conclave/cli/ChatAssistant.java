package conclave.cli;

import conclave.cli.rooms.Rooms;
import conclave.cli.rooms.Tab;
import conclave.client.Harmless;
import conclave.client.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jline.reader.Candidate;

/** Helps a person to type: commands with their help, rooms, nicks, and keys that go places. */
final class ChatAssistant implements Assistant {
  /** Others are told no more often than this that one is writing (IRCv3 typing). */
  private static final long TYPING_NANOS = 3_000_000_000L;

  private final Session session;
  private final Rooms rooms;
  private final View view;
  private final CommandTable commands;
  private final Executor later;
  private final boolean tellsTyping;
  private String lastTyped = "";
  private long lastTold;

  /**
   * @param later does what the keyboard must not wait for
   * @param tellsTyping whether others are told that the user is writing
   */
  ChatAssistant(
      Session session,
      Rooms rooms,
      View view,
      CommandTable commands,
      Executor later,
      boolean tellsTyping) {
    this.session = session;
    this.rooms = rooms;
    this.view = view;
    this.commands = commands;
    this.later = later;
    this.tellsTyping = tellsTyping;
  }

  @Override
  public String tip(String typed) {
    if (!typed.startsWith("/") || typed.startsWith("//") || typed.indexOf('\n') >= 0) {
      return "";
    }
    int space = typed.indexOf(' ');
    String name = typed.substring(1, space < 0 ? typed.length() : space).toLowerCase(Locale.ROOT);
    Optional<CommandTable.Row> exact = commands.find(name);
    if (exact.isPresent()) {
      String usage = space < 0 ? " " + exact.get().usage() : "";
      return usage + "   " + exact.get().help();
    }
    List<String> fitting =
        commands.all().keySet().stream().filter(command -> command.startsWith(name)).toList();
    return space >= 0 || fitting.isEmpty()
        ? ""
        : "   " + String.join(" ", fitting.stream().map(command -> "/" + command).toList());
  }

  @Override
  public List<Candidate> complete(String before, String word) {
    List<Candidate> candidates = new ArrayList<>();
    boolean isFirst = before.equals(word);
    if (isFirst && word.startsWith("/")) {
      commands
          .all()
          .forEach((name, row) -> candidates.add(candidate("/" + name, row.help(), "", 0)));
      return candidates;
    }
    int order = 0;
    List<String> nicks = rooms.nicks();
    for (String nick : nicks) {
      candidates.add(candidate(nick, "", isFirst ? ":" : "", order++));
    }
    for (Tab tab : rooms.all()) {
      if (!nicks.contains(tab.name())) {
        candidates.add(candidate(tab.name(), "", "", order++));
      }
    }
    candidates.removeIf(one -> !Harmless.name(one.value()).equals(one.value()));
    return candidates;
  }

  private static Candidate candidate(String value, String help, String suffix, int order) {
    String description = help.isEmpty() ? null : help;
    return new Candidate(value + suffix, value, null, description, null, null, true, order);
  }

  @Override
  public void typing(String typed) {
    boolean isSaying = tellsTyping && !typed.isEmpty() && !typed.startsWith("/");
    long now = System.nanoTime();
    boolean isNews = !typed.equals(lastTyped) && (lastTold == 0 || now - lastTold > TYPING_NANOS);
    lastTyped = typed;
    if (typed.isEmpty()) {
      lastTold = 0; // what is typed next is another message
    }
    if (isSaying && isNews) {
      lastTold = now;
      rooms.current().ifPresent(room -> later.execute(() -> tell(room)));
    }
  }

  private void tell(String room) {
    try {
      session.ask().typing(room, true);
    } catch (IOException e) {
      // nobody need know, as long as there is no connection
    }
  }

  @Override
  public void press(Key key) {
    later.execute(
        () -> {
          switch (key) {
            case NEXT -> arrive(rooms.step(1));
            case PREVIOUS -> arrive(rooms.step(-1));
            case UNREAD -> arrive(rooms.goToUnread());
            case EARLIER -> earlier();
          }
        });
  }

  @Override
  public void go(int number) {
    later.execute(() -> arrive(rooms.go(Integer.toString(number))));
  }

  private void arrive(boolean went) {
    if (went) {
      view.arrived();
    }
  }

  private void earlier() {
    rooms
        .current()
        .ifPresent(
            room -> {
              try {
                session.ask().earlier(room, rooms.oldest(room), PastCommands.PAGE);
              } catch (IOException e) {
                // the prompt says that there is no connection
              }
            });
  }
}
