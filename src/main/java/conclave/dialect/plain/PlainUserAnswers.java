package conclave.dialect.plain;

import static conclave.dialect.plain.PlainReplies.line;

import conclave.command.User;
import conclave.command.UserAnswer;
import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.room.RoomView;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How answers about users read. What only an IRC client can ask has an empty answer. */
final class PlainUserAnswers implements UserAnswer.Visitor<String> {
  @Override
  public String whoAre(UserAnswer.WhoAre answer) {
    if (answer.room().isPresent()) {
      return line(
          "In " + answer.room().get().name() + ": " + names(answer.room().get(), answer.people()));
    }
    String names =
        answer.people().stream()
            .map(
                person -> person.source().nick() + bot(person) + (person.isAway() ? " (away)" : ""))
            .collect(Collectors.joining(" "));
    return line(names.isEmpty() ? "Nobody here has such a name." : "Here: " + names);
  }

  private static String names(RoomView room, List<UserAnswer.Person> people) {
    Set<Nick> bots =
        people.stream()
            .filter(person -> person.source().isBot())
            .map(person -> person.source().nick())
            .collect(Collectors.toSet());
    return PlainReplies.names(room, nick -> bots.contains(nick) ? " (bot)" : "");
  }

  private static String bot(UserAnswer.Person person) {
    return person.source().isBot() ? " (bot)" : "";
  }

  @Override
  public String whoisIs(UserAnswer.WhoisIs answer) {
    User user = answer.user();
    String account =
        user.source()
            .account()
            .map(AccountName::text)
            .map(a -> ", account " + a)
            .orElse(", a guest");
    String rooms = answer.rooms().isEmpty() ? "" : ", in " + String.join(" ", answer.rooms());
    String kind = user.source().isBot() ? ", a bot" : "";
    String rank = user.isServerOperator() ? ", an administrator" : "";
    String away = user.away().map(text -> ", away (" + PlainText.clean(text) + ")").orElse("");
    return line(
        user.source().nick()
            + account
            + kind
            + rank
            + rooms
            + away
            + ", here since "
            + PlainText.day(user.since())
            + (answer.servers().isEmpty() ? "" : ", on " + String.join(" and ", answer.servers())));
  }

  @Override
  public String whoisEnd(UserAnswer.WhoisEnd answer) {
    return "";
  }

  @Override
  public String whowasAre(UserAnswer.WhowasAre answer) {
    return answer.former().stream()
        .map(former -> line(former.source().mask() + ", until " + PlainText.day(former.left())))
        .collect(Collectors.joining());
  }

  @Override
  public String userhostsAre(UserAnswer.UserhostsAre answer) {
    return "";
  }

  @Override
  public String onlineAre(UserAnswer.OnlineAre answer) {
    return "";
  }

  @Override
  public String watched(UserAnswer.Watched answer) {
    return "";
  }

  @Override
  public String watchListIs(UserAnswer.WatchListIs answer) {
    return "";
  }

  @Override
  public String watchListIsFull(UserAnswer.WatchListIsFull answer) {
    return "";
  }

  @Override
  public String isAway(UserAnswer.IsAway answer) {
    return line(answer.nick() + " is away: " + PlainText.clean(answer.text()));
  }

  @Override
  public String markedAway(UserAnswer.MarkedAway answer) {
    return line(answer.isAway() ? "You are away now." : "You are here again.");
  }

  @Override
  public String modesAre(UserAnswer.ModesAre answer) {
    return line("Your modes are " + answer.letters());
  }

  @Override
  public String modesChanged(UserAnswer.ModesChanged answer) {
    return line(
        switch (answer.letters()) {
          case "+B" -> "You are marked as a bot now.";
          case "-B" -> "You are no longer marked as a bot.";
          default -> "Your modes changed: " + answer.letters();
        });
  }
}
