package conclave.cli;

import conclave.client.Session;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a person can type: {@code /commands}, and plain text for the current room. */
final class TypedCommands {
  /** Does what its words ask for. */
  private interface Action {
    void with(String words) throws IOException;
  }

  private record Row(String usage, String help, Action action) {}

  private final Session session;
  private final OpenRooms rooms;
  private final Screen screen;
  private final Map<String, Row> table = new LinkedHashMap<>();
  private boolean quit;
  private boolean logOut;

  TypedCommands(Session session, OpenRooms rooms, Screen screen) {
    this.session = session;
    this.rooms = rooms;
    this.screen = screen;
    OwnAccount own = new OwnAccount(session.own(), screen);
    row("join", "ROOM", "go into a room", this::join);
    row("part", "[ROOM]", "leave a room, or this one", this::part);
    row(
        "room",
        "[ROOM|NUMBER]",
        "speak in another room (also /1, /2 ...); list those open",
        this::room);
    row("rooms", "", "list the server's rooms", words -> session.askRooms());
    row("who", "[ROOM]", "who is in the room", this::who);
    row("msg", "NICK TEXT", "say something to one person, or to a room", this::message);
    row("me", "TEXT", "say what you do", words -> session.act(here(), wanted("me", words)));
    row("topic", "[TEXT]", "what the room is about; with a text, set it", this::topic);
    row("verify", "[ROOM]", "whether the room's log is complete and unaltered", this::verify);
    row("numbers", "on|off", "show before what is said which one it is of its room", this::numbers);
    row("sessions", "[end N|all]", "your log-ins; end one, or all others", own::sessions);
    row("password", "", "change your password", words -> own.password());
    row("logout", "", "leave, and need the password the next time", words -> logOut());
    row("help", "", "this list", words -> help());
    row("quit", "", "leave (also Ctrl-D)", words -> quit = true);
  }

  /**
   * Does what was typed.
   *
   * @return false if the user wants to leave
   * @throws Misuse if that is not possible
   */
  boolean obey(String typed) {
    try {
      if (typed.startsWith("/") && !typed.startsWith("//")) {
        command(typed.substring(1).strip());
      } else if (!typed.isBlank()) {
        session.say(here(), typed.startsWith("//") ? typed.substring(1) : typed);
      }
    } catch (IllegalArgumentException e) {
      throw new Misuse(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new Misuse("Not sent, " + e.getMessage() + ": " + typed);
    }
    return !quit;
  }

  /** Whether the user wants the session to end at the server too. */
  boolean wantsLogOut() {
    return logOut;
  }

  private void logOut() {
    quit = true;
    logOut = true;
  }

  private void command(String typed) throws IOException {
    int space = typed.indexOf(' ');
    String name = (space < 0 ? typed : typed.substring(0, space)).toLowerCase(Locale.ROOT);
    String words = space < 0 ? "" : typed.substring(space + 1).strip();
    Row row = table.get(name);
    if (row != null) {
      row.action().with(words);
    } else if (name.matches("[0-9]{1,4}")) {
      room(name);
    } else {
      throw new Misuse("There is no /" + name + ". /help lists what there is; // says a slash.");
    }
  }

  private void join(String words) throws IOException {
    String room = OpenRooms.named(oneWord("join", words));
    if (!rooms.go(room)) {
      rooms.want(room);
      session.join(room);
    }
  }

  private void part(String words) throws IOException {
    session.part(words.isEmpty() ? here() : OpenRooms.named(oneWord("part", words)), "");
  }

  private void room(String words) {
    if (words.isEmpty()) {
      List<String> open = rooms.all();
      for (int i = 0; i < open.size(); i++) {
        boolean current = rooms.current().equals(Optional.of(open.get(i)));
        screen.show((current ? "* /" : "  /") + (i + 1) + " " + open.get(i));
      }
      if (open.isEmpty()) {
        screen.show("-- You are in no room. /join ROOM goes into one.");
      }
    } else if (!rooms.go(words)) {
      throw new Misuse("You are not in " + words + ". /join ROOM goes into a room.");
    }
  }

  private void who(String words) throws IOException {
    session.askNames(words.isEmpty() ? here() : OpenRooms.named(oneWord("who", words)));
  }

  private void verify(String words) throws IOException {
    session.verify(words.isEmpty() ? here() : OpenRooms.named(oneWord("verify", words)));
  }

  private void numbers(String words) throws IOException {
    if (!words.equals("on") && !words.equals("off")) {
      throw misuse("numbers");
    }
    session.number(words.equals("on"));
  }

  private void message(String words) throws IOException {
    int space = words.indexOf(' ');
    if (space < 0) {
      throw misuse("msg");
    }
    session.say(oneWord("msg", words.substring(0, space)), words.substring(space + 1).strip());
  }

  private void topic(String words) throws IOException {
    if (words.isEmpty()) {
      session.askTopic(here());
    } else {
      session.setTopic(here(), words);
    }
  }

  private void help() {
    table.forEach(
        (name, row) ->
            screen.show(
                String.format(
                    Locale.ROOT, "   %-22s %s", ("/" + name + " " + row.usage()), row.help())));
    screen.show("   Anything else is said in the room that the prompt shows.");
  }

  private String here() {
    return rooms
        .current()
        .orElseThrow(() -> new Misuse("You are in no room. /join ROOM goes into one."));
  }

  private String wanted(String command, String words) {
    if (words.isEmpty()) {
      throw misuse(command);
    }
    return words;
  }

  private String oneWord(String command, String words) {
    if (words.isEmpty()
        || words.startsWith(":")
        || words.indexOf(' ') >= 0
        || words.indexOf(',') >= 0) {
      throw misuse(command);
    }
    return words;
  }

  private Misuse misuse(String command) {
    Row row = table.get(command);
    return new Misuse("Type /" + command + (row == null ? "" : " " + row.usage()));
  }

  private void row(String name, String usage, String help, Action action) {
    table.put(name, new Row(usage, help, action));
  }

  /** What was typed can't be done; the message says why, or what can. */
  static final class Misuse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Misuse(String message) {
      super(message);
    }
  }
}
