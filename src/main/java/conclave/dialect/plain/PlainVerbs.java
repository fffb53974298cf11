package conclave.dialect.plain;

import conclave.command.Command;
import conclave.command.PasswordFor;
import conclave.command.ServerCommand;
import conclave.command.UserAnswer;
import conclave.room.Mode;
import conclave.room.Reason;
import conclave.room.Refusal;
import conclave.room.SayKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The slash commands, each with its help. One entry a command; what it reads is the text behind it.
 */
final class PlainVerbs {
  /**
   * One command.
   *
   * @param usage what follows the name, {@code NAME} for a word that must stand there, {@code
   *     [NAME]} for one that may
   * @param read nothing where what must stand there is missing
   */
  record Verb(String name, String usage, String help, Function<Words, Optional<Command>> read) {
    String line() {
      return ("/" + name + " " + usage).strip();
    }
  }

  /** The text behind a command. */
  record Words(String text) {
    Optional<String> first() {
      return Arrays.stream(text.split(" +")).filter(word -> !word.isEmpty()).findFirst();
    }

    /** What stands behind the first word. */
    Optional<String> rest() {
      int space = text.indexOf(' ');
      return space < 0
          ? Optional.empty()
          : Optional.of(text.substring(space + 1).strip()).filter(rest -> !rest.isEmpty());
    }

    Optional<String> all() {
      return Optional.of(text).filter(all -> !all.isEmpty());
    }
  }

  private static final Map<String, Verb> VERBS = new LinkedHashMap<>();

  static {
    on(
        "register",
        "NAME [INVITATION]",
        "make an account; the password is asked next",
        PlainVerbs::register);
    on(
        "login",
        "[NAME] [CODE]",
        "log in; the password is asked next, unless you give a one-time code or have a certificate",
        w -> Optional.of(logIn(w)));
    on("join", "ROOM [KEY]", "come into a room", w -> w.first().map(r -> join(r, w)));
    on("part", "[ROOM] [REASON]", "leave a room, or the current one", w -> Optional.of(part(w)));
    on("rename", "ROOM NEW [REASON]", "give a room another name", PlainVerbs::rename);
    on(
        "room",
        "[ROOM]",
        "talk in another of your rooms",
        w -> Optional.of(new Command.SwitchRoom(w.first().map(PlainVerbs::room))));
    on("rooms", "", "list the rooms", w -> Optional.of(new Command.ListRooms(List.of())));
    on("who", "[ROOM]", "who is in a room, or in the current one", w -> Optional.of(who(w)));
    on("msg", "NICK TEXT", "say something to one person", PlainVerbs::message);
    on(
        "me",
        "TEXT",
        "say what you do",
        w -> w.all().map(text -> new Command.SayHere("\u0001ACTION " + text + "\u0001")));
    on(
        "topic",
        "[TEXT]",
        "show or set the topic of the current room",
        w -> Optional.of(new Command.Topic(Optional.empty(), w.all())));
    PlainPast.all().forEach(verb -> VERBS.put(verb.name(), verb));
    on(
        "whois",
        "NICK",
        "who somebody is",
        w -> w.first().map(n -> new Command.Whois(Optional.empty(), List.of(n))));
    on("away", "[TEXT]", "say that you are away", w -> Optional.of(away(w)));
    on(
        "back",
        "",
        "say that you are here again",
        w -> Optional.of(new Command.SetAway(Optional.empty())));
    on(
        "whowas",
        "NICK",
        "who bore a name before",
        w -> w.first().map(n -> new Command.Whowas(n, 0)));
    on(
        "nick",
        "NAME",
        "choose a name, where guests are let in",
        w -> w.first().map(Command.SetNick::new));
    on("realname", "TEXT", "say who you really are", w -> w.all().map(Command.SetRealname::new));
    on(
        "invite",
        "[NICK] [ROOM]",
        "ask somebody into a room, or see who asks you",
        PlainVerbs::invite);
    on("kick", "NICK [REASON]", "put somebody out of the current room", PlainVerbs::kick);
    on("ban", "[NICK|MASK]", "keep somebody out of the current room", PlainVerbs::ban);
    on("unban", "NICK|MASK", "let somebody in again", w -> w.first().map(m -> ban(false, m)));
    on(
        "role",
        "NICK [no] ROLE",
        "give a role or take it: " + PlainSettings.roles(),
        PlainVerbs::role);
    on(
        "set",
        "[NAME VALUE]",
        "show or change the current room's settings, or mark yourself by bot on",
        PlainVerbs::set);
    on("mode", "ROOM [MODES]", "show or change a room's modes", PlainVerbs::mode);
    PlainServerBans.all().forEach(verb -> VERBS.put(verb.name(), verb));
    on(
        "kill",
        "NICK [REASON]",
        "put somebody out of the server (administrators)",
        w -> w.first().map(n -> new Command.Kill(n, w.rest())));
    on(
        "rehash",
        "",
        "read the server's configuration again (administrators)",
        w -> Optional.of(new Command.Rehash()));
    on(
        "nodes",
        "[NAME]",
        "the servers of the network and what each owns (administrators)",
        w -> Optional.of(new ServerCommand.ShowNodes(w.first())));
    PlainAccountVerbs.all().forEach(verb -> VERBS.put(verb.name(), verb));
    on("motd", "", "the message of the day", w -> Optional.of(new Command.Motd(Optional.empty())));
    on(
        "version",
        "",
        "which server this is",
        w -> Optional.of(new Command.Version(Optional.empty())));
    on(
        "help",
        "[COMMAND]",
        "this list, or one command",
        w -> Optional.of(new Command.Help(w.first())));
    on("quit", "[REASON]", "leave", w -> Optional.of(new Command.Quit(w.all())));
  }

  private PlainVerbs() {}

  static List<Verb> all() {
    return List.copyOf(VERBS.values());
  }

  static Optional<Verb> find(String name) {
    String bare = name.startsWith("/") ? name.substring(1) : name;
    return Optional.ofNullable(VERBS.get(bare.toLowerCase(Locale.ROOT)));
  }

  /** Reads a line that starts with a slash. */
  static Command read(String line) {
    int space = line.indexOf(' ');
    String name = line.substring(1, space < 0 ? line.length() : space);
    String rest = space < 0 ? "" : line.substring(space + 1).strip();
    return find(name)
        .map(
            verb ->
                verb.read
                    .apply(new Words(rest))
                    .orElseGet(
                        () ->
                            new Command.Malformed(
                                Refusal.of(Reason.NEED_MORE_PARAMETERS, verb.line()))))
        .orElseGet(() -> new Command.Malformed(Refusal.of(Reason.UNKNOWN_COMMAND, "/" + name)));
  }

  private static void on(
      String name, String usage, String help, Function<Words, Optional<Command>> read) {
    VERBS.put(name, new Verb(name, usage, help, read));
  }

  private static Optional<Command> register(Words words) {
    return words
        .first()
        .map(name -> new Command.AskPassword(PasswordFor.REGISTER, name, words.rest()));
  }

  private static Command logIn(Words words) {
    String name = words.first().orElse("");
    return words
        .rest()
        .<Command>map(code -> new Command.LogIn(name, code))
        .orElseGet(() -> new Command.AskPassword(PasswordFor.LOG_IN, name, Optional.empty()));
  }

  private static Command join(String room, Words words) {
    return new Command.Join(List.of(room(room)), words.rest().stream().toList());
  }

  private static Command part(Words words) {
    Optional<String> room = words.first().filter(word -> word.startsWith("#"));
    Optional<String> reason = room.isPresent() ? words.rest() : words.all();
    // A single word without # is a room's name as well: nobody gives a reason of one word more
    // often than that.
    if (room.isEmpty() && words.rest().isEmpty()) {
      return new Command.Part(
          words.first().map(PlainVerbs::room).stream().toList(), Optional.empty());
    }
    return new Command.Part(room.stream().toList(), reason);
  }

  private static Optional<Command> rename(Words words) {
    Optional<Words> behind = words.rest().map(Words::new);
    return words
        .first()
        .flatMap(
            room ->
                behind.flatMap(
                    b ->
                        b.first()
                            .map(to -> new Command.RenameRoom(room(room), room(to), b.rest()))));
  }

  private static Optional<Command> message(Words words) {
    return words
        .rest()
        .map(text -> new Command.Say(words.first().stream().toList(), SayKind.PRIVMSG, text));
  }

  private static Command who(Words words) {
    return new Command.Who(words.first().map(PlainVerbs::room), false, UserAnswer.WhoFields.USUAL);
  }

  private static Command away(Words words) {
    return new Command.SetAway(Optional.of(words.all().orElse("Away")));
  }

  private static Optional<Command> invite(Words words) {
    Command asked = new Command.Invitations();
    return words
        .first()
        .<Command>map(
            nick -> new Command.Invite(nick, words.rest().map(PlainVerbs::room).orElse("")))
        .or(() -> Optional.of(asked));
  }

  private static Optional<Command> ban(Words words) {
    Command shown = PlainSettings.mode(true, Mode.BAN, List.of());
    return words.first().map(mask -> ban(true, mask)).or(() -> Optional.of(shown));
  }

  private static Command ban(boolean add, String mask) {
    return PlainSettings.mode(add, Mode.BAN, List.of(mask));
  }

  private static Optional<Command> role(Words words) {
    return words.first().flatMap(nick -> words.rest().flatMap(r -> PlainSettings.role(nick, r)));
  }

  private static Optional<Command> set(Words words) {
    return words.first().isEmpty()
        ? Optional.of(new Command.Settings())
        : words.rest().flatMap(value -> set(words.first().get(), value));
  }

  private static Optional<Command> set(String name, String value) {
    return PlainSettings.ownChange(name, value).or(() -> PlainSettings.change(name, value));
  }

  private static Optional<Command> kick(Words words) {
    return words.first().map(nick -> new Command.Kick("", List.of(nick), words.rest()));
  }

  private static Optional<Command> mode(Words words) {
    List<String> arguments = words.rest().map(rest -> List.of(rest.split(" +"))).orElse(List.of());
    Optional<String> letters = arguments.stream().findFirst();
    return words
        .first()
        .map(room -> new Command.Mode(room(room), letters, arguments.stream().skip(1).toList()));
  }

  static String room(String text) {
    return text.startsWith("#") ? text : "#" + text;
  }
}
