package conclave.cli;

import conclave.cli.rooms.Rooms;
import conclave.cli.rooms.Tab;
import conclave.client.Pending;
import conclave.client.Session;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/** What a person can type: {@code /commands}, and plain text for the current room. */
final class TypedCommands {
  private static final int MAX_FAILED = 100;

  private final Session session;
  private final Rooms rooms;
  private final Screen screen;
  private final View view;
  private final CommandTable table = new CommandTable();
  private final Deque<Pending> failed = new ArrayDeque<>();
  private boolean quit;
  private boolean logOut;

  TypedCommands(Session session, Rooms rooms, Screen screen, View view) {
    this.session = session;
    this.rooms = rooms;
    this.screen = screen;
    this.view = view;
    roomRows();
    row("me", "TEXT", "say what you do", words -> session.act(here(), table.wanted("me", words)));
    row("retry", "", "say again what the server refused last", words -> retry());
    PastCommands.addTo(table, session, rooms);
    PeopleCommands.addTo(table, session, rooms);
    row("verify", "[ROOM]", "whether the room's log is complete and unaltered", this::verify);
    row("numbers", "on|off", "show before what is said which one it is of its room", this::numbers);
    row("theme", Themes.NAMES, "the colours", this::theme);
    OwnAccount own = new OwnAccount(session.own(), screen);
    row("sessions", "[end N|all]", "your log-ins; end one, or all others", own::sessions);
    row("password", "", "change your password", words -> own.password());
    row("logout", "", "leave, and need the password the next time", words -> logOut());
    row("help", "", "this list", words -> help());
    row("quit", "", "leave (also Ctrl-D)", words -> quit = true);
  }

  private void roomRows() {
    row("join", "ROOM", "go into a room", this::join);
    row("part", "[ROOM]", "leave a room, or this one", this::part);
    row(
        "room",
        "[ROOM|NUMBER]",
        "speak in another room (also /1, /2 ...); list those open",
        this::room);
    row("rooms", "", "list the server's rooms", words -> session.ask().rooms());
    row("who", "[ROOM]", "who is in the room", this::who);
    row("topic", "[TEXT]", "what the room is about; with a text, set it", this::topic);
    row("msg", "NICK TEXT", "say something to one person, or to a room", this::message);
    row("query", "NICK", "talk to one person, in a place of its own", this::query);
    row("close", "", "put a talk with one person away", words -> close());
  }

  CommandTable table() {
    return table;
  }

  /** The server has refused this; {@code /retry} says it again. */
  void failed(Pending lost) {
    synchronized (failed) {
      failed.addLast(lost);
      if (failed.size() > MAX_FAILED) {
        failed.removeFirst();
      }
    }
  }

  /**
   * Does what was typed.
   *
   * @return false if the user wants to leave
   * @throws Misuse if that is not possible
   */
  boolean obey(String typed) {
    if (typed.startsWith("/") && !typed.startsWith("//")) {
      attempt(typed, () -> command(typed.substring(1).strip()));
    } else if (!typed.isBlank()) {
      attempt(
          typed, () -> session.say(here(), typed.startsWith("//") ? typed.substring(1) : typed));
    }
    return !quit;
  }

  /** Says several lines, whatever they begin with. */
  void say(String text) {
    attempt(text, () -> session.say(here(), text));
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private static void attempt(String typed, Attempt attempt) {
    try {
      attempt.run();
    } catch (IllegalArgumentException e) {
      throw new Misuse(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new Misuse("Not sent, " + e.getMessage() + ": " + typed);
    }
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
    Optional<CommandTable.Row> row = table.find(name);
    if (row.isPresent()) {
      row.get().action().with(words);
    } else if (name.matches("[0-9]{1,4}")) {
      room(name);
    } else {
      throw new Misuse("There is no /" + name + ". /help lists what there is; // says a slash.");
    }
  }

  private void join(String words) throws IOException {
    String room = Rooms.named(table.oneWord("join", words));
    if (rooms.go(room)) {
      view.arrived();
    } else {
      rooms.want(room);
      session.join(room);
    }
  }

  private void part(String words) throws IOException {
    if (words.isEmpty() && rooms.isConversation()) {
      close();
    } else {
      session.part(roomOr("part", words), "");
    }
  }

  private void close() {
    if (!rooms.endConversation(here())) {
      throw new Misuse("This is a room: /part leaves it.");
    }
    view.arrived();
  }

  private void room(String words) {
    if (!words.isEmpty()) {
      if (!rooms.go(words)) {
        throw new Misuse("You are not in " + words + ". /join ROOM goes into a room.");
      }
      view.arrived();
      return;
    }
    for (Tab tab : rooms.all()) {
      String unread = tab.unread() > 0 ? ", " + tab.unread() + " unread" : "";
      String calls = tab.calls() > 0 ? ", " + tab.calls() + " to you" : "";
      String mark = tab.isInFront() ? "* /" : "  /";
      screen.show(mark + tab.number() + " " + tab.name() + unread + calls);
    }
    if (rooms.all().isEmpty()) {
      screen.show("-- You are in no room. /join ROOM goes into one.");
    }
  }

  private void query(String words) {
    rooms.converse(table.oneWord("query", words));
    view.arrived();
  }

  private void who(String words) throws IOException {
    session.ask().names(roomOr("who", words));
  }

  private void verify(String words) throws IOException {
    session.ask().verify(roomOr("verify", words));
  }

  private String roomOr(String command, String words) {
    return words.isEmpty() ? here() : Rooms.named(table.oneWord(command, words));
  }

  private void retry() throws IOException {
    Pending last;
    synchronized (failed) {
      last = failed.pollLast();
    }
    if (last == null) {
      throw new Misuse("Nothing was refused.");
    }
    session.say(last.target(), last.text());
  }

  private void theme(String words) throws IOException {
    view.theme(Themes.choose(words).orElseThrow(() -> table.misuse("theme")));
  }

  private void numbers(String words) throws IOException {
    if (!words.equals("on") && !words.equals("off")) {
      throw table.misuse("numbers");
    }
    session.ask().numbers(words.equals("on"));
  }

  private void message(String words) throws IOException {
    int space = words.indexOf(' ');
    if (space < 0) {
      throw table.misuse("msg");
    }
    session.say(
        table.oneWord("msg", words.substring(0, space)), words.substring(space + 1).strip());
  }

  private void topic(String words) throws IOException {
    if (words.isEmpty()) {
      session.ask().topic(here());
    } else {
      session.ask().setTopic(here(), words);
    }
  }

  private void help() {
    table.help().forEach(screen::show);
    screen.show("   Anything else is said in the room that the prompt shows.");
    if (screen.isInteractive()) {
      screen.show("   Tab completes, and goes to what is unread; Alt-1 ... Alt-9, Alt-n and Alt-p");
      screen.show("   go to other rooms; PageUp shows what was said earlier; Ctrl-R searches what");
      screen.show("   you typed. A line that begins with a space is not remembered.");
    }
  }

  private String here() {
    return CommandTable.inRoom(rooms.current());
  }

  private void row(String name, String usage, String help, CommandTable.Action action) {
    table.row(name, usage, help, action);
  }
}
