package conclave.dialect.irc;

import conclave.command.Command;
import conclave.name.ServiceNames;
import conclave.room.Reason;
import conclave.room.Refusal;
import conclave.room.SayKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What each IRC verb asks, and how many parameters it needs (Modern IRC §Client Messages). One line
 * a verb.
 */
final class IrcVerbs {
  /**
   * One verb.
   *
   * @param least how many parameters it needs
   * @param missing what is answered to fewer: 461, except where IRC has a numeric of its own
   */
  private record Verb(
      int least, Function<List<String>, Command> read, Function<List<String>, Refusal> missing) {}

  /** What IRC clients begin with. */
  private static final Set<String> FIRST =
      Set.of(
          "CAP",
          "PASS",
          "NICK",
          "USER",
          "AUTHENTICATE",
          "PING",
          "PONG",
          "QUIT",
          "REGISTER",
          "VERIFY",
          "WEBIRC",
          "STARTTLS");

  private static final Map<String, Verb> VERBS = new HashMap<>();

  static {
    // coming in and going out
    // Those that open or close one are read with their lines: IrcBatch.
    on("BATCH", 1, p -> new Command.Malformed(Refusal.of(Reason.BATCH_INVALID)));
    on("CAP", 1, p -> new Command.Cap(p.get(0), rest(p, 1)));
    on("PASS", 1, p -> new Command.Pass(p.get(0)));
    on("NICK", 1, p -> new Command.SetNick(p.get(0)), p -> Refusal.of(Reason.NO_NICK_GIVEN));
    on("USER", 4, IrcVerbs::user);
    on("SETNAME", 1, p -> new Command.SetRealname(p.get(0)));
    on("AUTHENTICATE", 1, p -> new Command.Authenticate(p.get(0)));
    on("REGISTER", 3, p -> new Command.RegisterAccount(p.get(0), p.get(2)));
    on("VERIFY", 2, p -> new Command.VerifyAccount(p.get(0), p.get(1)));
    on("OPER", 2, p -> new Command.Oper(p.get(0), p.get(1)));
    on("SESSIONS", 0, IrcAccountVerbs::sessions);
    on("PASSWORD", 2, IrcAccountVerbs::password);
    on("CODE", 0, IrcAccountVerbs::code);
    on("CERT", 0, IrcAccountVerbs::cert);
    on("ACCOUNT", 1, IrcAccountVerbs::account);
    for (String alias : List.of("NICKSERV", "NS")) {
      on(alias, 1, p -> service(ServiceNames.NICKSERV, String.join(" ", p)));
    }
    for (String alias : List.of("CHANSERV", "CS")) {
      on(alias, 1, p -> new Command.AskService(ServiceNames.CHANSERV, String.join(" ", p)));
    }
    on("PING", 1, p -> new Command.Ping(p.get(0)));
    on("PONG", 0, p -> new Command.Pong());
    on("QUIT", 0, p -> new Command.Quit(at(p, 0)));
    // rooms
    on(
        "JOIN",
        1,
        p ->
            p.get(0).equals("0")
                ? new Command.PartAll()
                : new Command.Join(list(p, 0), list(p, 1)));
    on("PART", 1, p -> new Command.Part(list(p, 0), at(p, 1)));
    on("PRIVMSG", 2, IrcVerbs::say, p -> nothingToSay(p, "PRIVMSG"));
    on(
        "NOTICE",
        2,
        p -> new Command.Say(list(p, 0), SayKind.NOTICE, p.get(1)),
        p -> nothingToSay(p, "NOTICE"));
    on(
        "TAGMSG",
        1,
        p -> new Command.Say(list(p, 0), SayKind.TAGMSG, ""),
        p -> Refusal.of(Reason.NO_RECIPIENT, "TAGMSG"));
    on("TOPIC", 1, p -> new Command.Topic(at(p, 0), at(p, 1)));
    on("NAMES", 0, p -> new Command.Names(list(p, 0)));
    on("LIST", 0, p -> new Command.ListRooms(list(p, 0)));
    on("MODE", 1, p -> new Command.Mode(p.get(0), at(p, 1), rest(p, 2)));
    on("KICK", 2, p -> new Command.Kick(p.get(0), list(p, 1), at(p, 2)));
    on("REDACT", 2, p -> new Command.Redact(p.get(0), p.get(1), at(p, 2)));
    on("INVITE", 0, IrcVerbs::invite);
    // questions
    on("WHO", 0, p -> new Command.Who(at(p, 0)));
    on(
        "WHOIS",
        1,
        p -> new Command.Whois(p.get(p.size() - 1)),
        p -> Refusal.of(Reason.NO_NICK_GIVEN));
    on("MOTD", 0, p -> new Command.Motd(at(p, 0)));
    on("LUSERS", 0, p -> new Command.Lusers());
    on("VERSION", 0, p -> new Command.Version(at(p, 0)));
    on("HELP", 0, p -> new Command.Help(at(p, 0)));
  }

  private IrcVerbs() {}

  /**
   * Does a connection that begins with this word belong to an IRC client? A person may begin with
   * {@code who} or HELP.
   */
  static boolean isFirstWord(String word) {
    return FIRST.contains(word.toUpperCase(Locale.ROOT))
        || (VERBS.containsKey(word) && !word.equals("HELP"));
  }

  /** Every verb, in alphabetical order. */
  static List<String> names() {
    return VERBS.keySet().stream().sorted().toList();
  }

  static Command read(IrcMessage message) {
    Verb verb = VERBS.get(message.verb());
    if (verb == null) {
      return new Command.Malformed(Refusal.of(Reason.UNKNOWN_COMMAND, message.verb()));
    }
    List<String> parameters = message.parameters();
    if (parameters.size() < verb.least || (verb.least > 0 && parameters.get(0).isEmpty())) {
      return new Command.Malformed(verb.missing.apply(parameters));
    }
    return verb.read.apply(parameters);
  }

  private static Command user(List<String> parameters) {
    return parameters.get(3).isEmpty()
        ? new Command.Malformed(Refusal.of(Reason.NEED_MORE_PARAMETERS, "USER"))
        : new Command.SetUser(parameters.get(0), parameters.get(3));
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

  private static void on(String verb, int least, Function<List<String>, Command> read) {
    on(verb, least, read, parameters -> Refusal.of(Reason.NEED_MORE_PARAMETERS, verb));
  }

  private static void on(
      String verb,
      int least,
      Function<List<String>, Command> read,
      Function<List<String>, Refusal> missing) {
    VERBS.put(verb, new Verb(least, read, missing));
  }

  private static Refusal nothingToSay(List<String> parameters, String verb) {
    return parameters.isEmpty() || parameters.get(0).isEmpty()
        ? Refusal.of(Reason.NO_RECIPIENT, verb)
        : Refusal.of(Reason.NO_TEXT);
  }

  private static Optional<String> at(List<String> parameters, int index) {
    return index < parameters.size() ? Optional.of(parameters.get(index)) : Optional.empty();
  }

  private static List<String> rest(List<String> parameters, int from) {
    return parameters.subList(Math.min(from, parameters.size()), parameters.size());
  }

  private static List<String> list(List<String> parameters, int index) {
    return at(parameters, index).stream()
        .flatMap(text -> Arrays.stream(text.split(",")))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
