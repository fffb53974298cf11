package conclave.dialect.irc;

import static conclave.dialect.irc.IrcVerb.at;
import static conclave.dialect.irc.IrcVerb.list;

import conclave.command.Command;
import conclave.command.ServerBan;
import conclave.command.ServerCommand;
import conclave.command.UserAnswer;
import conclave.dialect.LastingTime;
import conclave.room.Reason;
import conclave.room.Refusal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The rows of the verbs that only ask (Modern IRC §Server Queries, §User-Based Queries). */
final class IrcQuestions {
  private static final int LONGEST_DRAIN = 3_600;

  static final List<IrcVerb> ROWS =
      List.of(
          IrcVerb.of(
              "NAMES",
              "<channel>{,<channel>}",
              "shows who is in channels",
              0,
              p -> new Command.Names(list(p, 0))),
          IrcVerb.of(
              "LIST",
              "[<channel or mask>{,<channel or mask>}]",
              "lists the channels",
              0,
              p -> new Command.ListRooms(list(p, 0))),
          IrcVerb.of(
              "WHO",
              "<channel or mask> [o][%<fields>[,<token>]]",
              "shows who is there",
              0,
              IrcQuestions::who),
          IrcVerb.of(
                  "WHOIS",
                  "[<server>] <nick>{,<nick>}",
                  "shows who somebody is",
                  1,
                  p ->
                      new Command.Whois(
                          p.size() > 1 ? at(p, 0) : Optional.empty(),
                          list(p, p.size() > 1 ? 1 : 0)))
              .orElse(p -> Refusal.of(Reason.NO_NICK_GIVEN)),
          IrcVerb.of(
                  "WHOWAS",
                  "<nick> [<count>]",
                  "shows who bore a nick",
                  1,
                  p -> new Command.Whowas(p.get(0), count(p)))
              .orElse(p -> Refusal.of(Reason.NO_NICK_GIVEN)),
          IrcVerb.of(
              "USERHOST",
              "<nick>{ <nick>}",
              "shows whether up to five people are here and away",
              1,
              p -> new Command.Userhost(p, false)),
          IrcVerb.of(
              "USERIP",
              "<nick>{ <nick>}",
              "shows the addresses of up to five people, to administrators",
              1,
              p -> new Command.Userhost(p, true)),
          IrcVerb.of(
              "ISON",
              "<nick>{ <nick>}",
              "shows which of some people are here",
              1,
              IrcQuestions::ison),
          IrcVerb.of(
              "MONITOR",
              "+|- <nick>{,<nick>} | C | L | S",
              "tells you when people come and go",
              1,
              p -> new Command.Monitor(p.get(0), list(p, 1))),
          IrcVerb.of(
              "MOTD",
              "[<server>]",
              "shows the message of the day",
              0,
              p -> new Command.Motd(at(p, 0))),
          IrcVerb.of("LUSERS", "", "shows how many are here", 0, p -> new Command.Lusers()),
          IrcVerb.of(
              "VERSION",
              "[<server>]",
              "shows which server this is, and what it supports",
              0,
              p -> new Command.Version(at(p, 0))),
          IrcVerb.of(
              "TIME", "[<server>]", "shows what time it is", 0, p -> new Command.Time(at(p, 0))),
          IrcVerb.of(
              "INFO", "[<server>]", "shows what the server is", 0, p -> new Command.Info(at(p, 0))),
          IrcVerb.of(
              "ADMIN",
              "[<server>]",
              "shows who runs the server",
              0,
              p -> new Command.Admin(at(p, 0))),
          IrcVerb.of(
              "LINKS",
              "[[<server>] <mask>]",
              "shows the servers of the network",
              0,
              p -> new ServerCommand.Links(p.isEmpty() ? "*" : p.get(p.size() - 1))),
          IrcVerb.of(
              "MAP",
              "",
              "shows the servers of the network, and who is on them",
              0,
              p -> new ServerCommand.ShowMap()),
          IrcVerb.of(
              "STATS",
              "<d|k|m|o|u> [<server>]",
              "shows figures of the server, to administrators",
              1,
              p -> new ServerCommand.Stats(p.get(0), at(p, 1))),
          IrcVerb.of("SUMMON", "", "is switched off", 0, p -> refused(Reason.SUMMON_IS_OFF)),
          IrcVerb.of("USERS", "", "is switched off", 0, p -> refused(Reason.USERS_IS_OFF)),
          IrcVerb.of(
              "WALLOPS",
              ":<text>",
              "tells everybody with mode w, from administrators",
              1,
              p -> new Command.Wallops(p.get(0))),
          IrcVerb.of(
              "KLINE",
              "[<duration>] <mask> [:<reason>]",
              "bans whom a mask covers from the server, for administrators",
              1,
              p -> ban(ServerBan.Kind.MASK, p)),
          IrcVerb.of(
              "DLINE",
              "[<duration>] <address>[/<bits>] [:<reason>]",
              "bans who comes from some addresses from the server, for administrators",
              1,
              p -> ban(ServerBan.Kind.ADDRESS, p)),
          IrcVerb.of(
              "UNKLINE",
              "<mask>",
              "takes a KLINE back, for administrators",
              1,
              p -> new Command.Unban(ServerBan.Kind.MASK, p.get(0))),
          IrcVerb.of(
              "UNDLINE",
              "<address>[/<bits>]",
              "takes a DLINE back, for administrators",
              1,
              p -> new Command.Unban(ServerBan.Kind.ADDRESS, p.get(0))),
          IrcVerb.of(
              "KILL",
              "<nick> [:<reason>]",
              "puts somebody out of the server, for administrators",
              1,
              p -> new Command.Kill(p.get(0), at(p, 1))),
          IrcVerb.of(
              "REHASH",
              "",
              "has the server read its configuration again, for administrators",
              0,
              p -> new Command.Rehash()),
          IrcVerb.of(
              "DRAIN",
              "[<seconds>]",
              "tells everybody, and ends the server, for administrators",
              0,
              IrcQuestions::drain),
          IrcVerb.of(
              "HELP",
              "[<command>]",
              "lists the commands, or shows one",
              0,
              p -> new Command.Help(at(p, 0))));

  private IrcQuestions() {}

  private static Command ban(ServerBan.Kind kind, List<String> parameters) {
    Optional<Duration> time = LastingTime.parse(parameters.get(0));
    boolean isTimed = time.isPresent() && parameters.size() > 1;
    int mask = isTimed ? 1 : 0;
    return new Command.Ban(
        kind,
        time.filter(lasting -> isTimed && !lasting.isZero()),
        parameters.get(mask),
        at(parameters, mask + 1));
  }

  private static Command refused(Reason reason) {
    return new Command.Malformed(Refusal.of(reason));
  }

  private static Command drain(List<String> parameters) {
    return Optional.of(at(parameters, 0).orElse("0"))
        .filter(text -> text.matches("[0-9]{1,4}"))
        .map(Integer::valueOf)
        .filter(seconds -> seconds <= LONGEST_DRAIN)
        .<Command>map(ServerCommand.Drain::new)
        .orElseGet(() -> refused(Reason.BAD_DRAIN));
  }

  /** {@code o%fields,token}: either part may be missing. */
  private static Command who(List<String> parameters) {
    String options = at(parameters, 1).orElse("");
    int percent = options.indexOf('%');
    String flags = percent < 0 ? options : options.substring(0, percent);
    UserAnswer.WhoFields fields = UserAnswer.WhoFields.USUAL;
    if (percent >= 0) {
      String[] parts = options.substring(percent + 1).split(",", 2);
      boolean hasToken = parts.length > 1 && parts[1].matches("[0-9]{1,3}");
      fields = new UserAnswer.WhoFields("%" + parts[0], hasToken ? parts[1] : "0");
    }
    return new Command.Who(at(parameters, 0), flags.contains("o"), fields);
  }

  private static int count(List<String> parameters) {
    return at(parameters, 1)
        .filter(text -> text.matches("[0-9]{1,4}"))
        .map(Integer::parseInt)
        .orElse(0);
  }

  private static Command ison(List<String> parameters) {
    return new Command.Ison(
        parameters.stream().flatMap(text -> Arrays.stream(text.split(" +"))).toList());
  }
}
