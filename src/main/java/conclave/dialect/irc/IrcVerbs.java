package conclave.dialect.irc;

import static conclave.dialect.irc.IrcVerb.at;
import static conclave.dialect.irc.IrcVerb.list;
import static conclave.dialect.irc.IrcVerb.rest;

import conclave.command.Command;
import conclave.name.ServiceNames;
import conclave.room.Reason;
import conclave.room.Refusal;
import conclave.room.SayKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The table of IRC verbs: what each asks, how many parameters it needs, and its help (Modern IRC
 * §Client Messages). One row a verb; those that ask are in {@link IrcQuestions}.
 */
final class IrcVerbs {
  /** What IRC clients begin with. */
  private static final Set<String> FIRST =
      Set.of(
          "CAP PASS NICK USER AUTHENTICATE PING PONG QUIT REGISTER VERIFY WEBIRC STARTTLS"
              .split(" "));

  private static final Map<String, IrcVerb> VERBS = new TreeMap<>();

  static {
    // coming in and going out
    // Those that open or close one are read with their lines: IrcBatch.
    on(
        "BATCH",
        "+<reference> draft/multiline <target> | -<reference>",
        "opens and closes a message of several lines",
        1,
        p -> new Command.Malformed(Refusal.of(Reason.BATCH_INVALID)));
    on(
        "CAP",
        "LS [302] | LIST | REQ :<capabilities> | END",
        "negotiates what the server may send you",
        1,
        p -> new Command.Cap(p.get(0), rest(p, 1)));
    on(
        "PASS",
        "[<account>:]<password>",
        "logs in, before NICK and USER",
        1,
        p -> new Command.Pass(p.get(0)));
    on(IrcGateway.VERB);
    on(nick());
    on(
        "USER",
        "<username> 0 * :<realname>",
        "says who you are, before you come in",
        4,
        IrcVerbs::user);
    on(
        "SETNAME",
        ":<realname>",
        "says who you are from now on",
        1,
        p -> new Command.SetRealname(p.get(0)));
    on(
        "AUTHENTICATE",
        "<mechanism> | <base64> | *",
        "logs in by SASL",
        1,
        p -> new Command.Authenticate(p.get(0)));
    on(
        "REGISTER",
        "<account>|* <mail>|* :<password>",
        "makes an account; the mail address is not kept",
        3,
        p -> new Command.RegisterAccount(p.get(0), p.get(2)));
    on(IrcVerify.ROW);
    on(
        IrcVerb.of(
                "PING",
                "<token>",
                "asks whether the server is there",
                1,
                p -> new Command.Ping(p.get(0)))
            .orElse(IrcVerbs::noToken));
    on("PONG", "[<token>]", "answers a PING", 0, p -> new Command.Pong());
    on("QUIT", "[:<reason>]", "leaves the server", 0, p -> new Command.Quit(at(p, 0)));
    IrcAccountVerbs.ROWS.forEach(IrcVerbs::on);
    for (String alias : List.of("NICKSERV", "NS")) {
      on(
          alias,
          "IDENTIFY [<account>] <password> | REGISTER <password> [<invitation>]",
          "logs in or makes an account, as people do elsewhere",
          1,
          p -> service(ServiceNames.NICKSERV, String.join(" ", p)));
    }
    for (String alias : List.of("CHANSERV", "CS")) {
      on(
          alias,
          "<anything>",
          "says that rooms need no service here",
          1,
          p -> new Command.AskService(ServiceNames.CHANSERV, String.join(" ", p)));
    }
    // rooms
    on(
        "JOIN",
        "<channel>{,<channel>} [<key>{,<key>}] | 0",
        "comes into channels; 0 leaves all of them",
        0,
        IrcVerbs::join);
    on(
        "PART",
        "<channel>{,<channel>} [:<reason>]",
        "leaves channels",
        1,
        p -> new Command.Part(list(p, 0), at(p, 1)));
    on(
        IrcVerb.of(
                "PRIVMSG",
                "<target>{,<target>} :<text>",
                "says something to channels and nicks",
                2,
                IrcVerbs::say)
            .orElse(p -> nothingToSay(p, "PRIVMSG")));
    on(
        IrcVerb.of(
                "NOTICE",
                "<target>{,<target>} :<text>",
                "says something that no program answers",
                2,
                p -> new Command.Say(list(p, 0), SayKind.NOTICE, p.get(1)))
            .orElse(p -> nothingToSay(p, "NOTICE")));
    on(
        "TOPIC",
        "<channel> [:<topic>]",
        "shows or sets the topic of a channel",
        1,
        p -> new Command.Topic(at(p, 0), at(p, 1)));
    on(
        "MODE",
        "<channel>|<nick> [<modes> [<argument>...]]",
        "shows or changes the modes of a channel, or yours",
        1,
        p -> new Command.Mode(p.get(0), at(p, 1), rest(p, 2)));
    on(
        "KICK",
        "<channel> <nick>{,<nick>} [:<reason>]",
        "puts people out of a channel",
        2,
        p -> new Command.Kick(p.get(0), list(p, 1), at(p, 2)));
    on(
        IrcVerb.of(
                "TAGMSG",
                "<target>{,<target>}",
                "sends tags alone to channels and nicks",
                1,
                p -> new Command.Say(list(p, 0), SayKind.TAGMSG, ""))
            .orElse(p -> Refusal.of(Reason.NO_RECIPIENT, "TAGMSG")));
    on(
        "REDACT",
        "<target> <msgid> [:<reason>]",
        "takes a message back",
        2,
        p -> new Command.Redact(p.get(0), p.get(1), at(p, 2)));
    on(IrcRename.ROW);
    on(
        "INVITE",
        "[<nick> <channel>]",
        "asks somebody into a channel, or lists who asks you in",
        0,
        IrcVerbs::invite);
    on(
        "AWAY",
        "[:<text>]",
        "says that you are away, or here again",
        0,
        p -> new Command.SetAway(at(p, 0)));
    on(IrcChatHistory.ROW);
    on(IrcSearch.ROW);
    on(IrcReadMarker.ROW);
    on(IrcMetadata.ROW);
    // questions
    IrcQuestions.ROWS.forEach(IrcVerbs::on);
  }

  private IrcVerbs() {}

  private static IrcVerb nick() {
    return IrcVerb.of(
            "NICK",
            "<nick>",
            "chooses a nick, or another one",
            1,
            p -> new Command.SetNick(p.get(0)))
        .orElse(p -> Refusal.of(Reason.NO_NICK_GIVEN));
  }

  /**
   * Does a connection that begins with this word belong to an IRC client? A person may begin with
   * {@code who} or HELP.
   */
  static boolean isFirstWord(String word) {
    return FIRST.contains(word.toUpperCase(Locale.ROOT))
        || (VERBS.containsKey(word) && !word.equals("HELP"));
  }

  /** Every verb, in alphabetical order. */
  static List<IrcVerb> all() {
    return List.copyOf(VERBS.values());
  }

  /** The verb of this name, in whatever case. */
  static Optional<IrcVerb> find(String name) {
    return Optional.ofNullable(VERBS.get(name.toUpperCase(Locale.ROOT)));
  }

  static Command read(IrcMessage message) {
    IrcVerb verb = VERBS.get(message.verb());
    return verb == null
        ? new Command.Malformed(Refusal.of(Reason.UNKNOWN_COMMAND, message.verb()))
        : verb.read(message.parameters());
  }

  private static Command user(List<String> parameters) {
    return parameters.get(3).isEmpty()
        ? new Command.Malformed(Refusal.of(Reason.NEED_MORE_PARAMETERS, "USER"))
        : new Command.SetUser(parameters.get(0), parameters.get(3));
  }

  /** Reads none, too: irssi asks for the 451 of who is not registered by {@code JOIN :}. */
  private static Command join(List<String> parameters) {
    return at(parameters, 0).filter("0"::equals).isPresent()
        ? new Command.PartAll()
        : new Command.Join(list(parameters, 0), list(parameters, 1));
  }

  private static Command invite(List<String> parameters) {
    if (parameters.isEmpty()) {
      return new Command.Invitations();
    }
    boolean isWhole = parameters.size() > 1 && !parameters.get(0).isEmpty();
    return isWhole
        ? new Command.Invite(parameters.get(0), parameters.get(1))
        : new Command.Malformed(Refusal.of(Reason.NEED_MORE_PARAMETERS, "INVITE"));
  }

  /** What is meant for a service goes to nobody else, whoever stands beside it. */
  private static Command say(List<String> parameters) {
    List<String> targets = list(parameters, 0);
    Optional<String> service =
        targets.stream().flatMap(target -> ServiceNames.answering(target).stream()).findFirst();
    return service.isPresent()
        ? service(service.get(), parameters.get(1))
        : new Command.Say(targets, SayKind.PRIVMSG, parameters.get(1));
  }

  private static Command service(String service, String text) {
    List<String> words = List.of(text.strip().split(" +"));
    return Optional.of(words)
        .filter(w -> service.equals(ServiceNames.NICKSERV))
        .flatMap(IrcAccountVerbs::ofService)
        .orElseGet(() -> new Command.AskService(service, text));
  }

  private static void on(
      String verb, String usage, String help, int least, Function<List<String>, Command> read) {
    on(IrcVerb.of(verb, usage, help, least, read));
  }

  private static void on(IrcVerb verb) {
    VERBS.put(verb.name(), verb);
  }

  private static Refusal noToken(List<String> parameters) {
    return parameters.isEmpty()
        ? Refusal.of(Reason.NEED_MORE_PARAMETERS, "PING")
        : Refusal.of(Reason.NO_ORIGIN);
  }

  private static Refusal nothingToSay(List<String> parameters, String verb) {
    return parameters.isEmpty() || parameters.get(0).isEmpty()
        ? Refusal.of(Reason.NO_RECIPIENT, verb)
        : Refusal.of(Reason.NO_TEXT);
  }
}
