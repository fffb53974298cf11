package conclave.dialect.irc;

import static conclave.dialect.irc.IrcVerb.at;
import static conclave.dialect.irc.IrcVerb.list;

import conclave.command.Command;
import conclave.room.Reason;
import conclave.room.Refusal;
import java.util.List;

/** The rows of the verbs that only ask (Modern IRC §Server Queries, §User-Based Queries). */
final class IrcQuestions {
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
              "WHO", "<channel or mask>", "shows who is there", 0, p -> new Command.Who(at(p, 0))),
          IrcVerb.of(
                  "WHOIS",
                  "[<server>] <nick>",
                  "shows who somebody is",
                  1,
                  p -> new Command.Whois(p.get(p.size() - 1)))
              .orElse(p -> Refusal.of(Reason.NO_NICK_GIVEN)),
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
              "HELP",
              "[<command>]",
              "lists the commands, or shows one",
              0,
              p -> new Command.Help(at(p, 0))));

  private IrcQuestions() {}
}
