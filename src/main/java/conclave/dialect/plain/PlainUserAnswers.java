package conclave.dialect.plain;

import static conclave.dialect.plain.PlainReplies.line;

import conclave.command.User;
import conclave.command.UserAnswer;
import conclave.name.AccountName;
import java.util.stream.Collectors;

/** How answers about users read. What only an IRC client can ask has an empty answer. */
final class PlainUserAnswers implements UserAnswer.Visitor<String> {
  @Override
  public String whoAre(UserAnswer.WhoAre answer) {
    if (answer.room().isPresent()) {
      return line(
          "In " + answer.room().get().name() + ": " + PlainReplies.names(answer.room().get()));
    }
    String names =
        answer.people().stream()
            .map(person -> person.source().nick() + (person.isAway() ? " (away)" : ""))
            .collect(Collectors.joining(" "));
    return line(names.isEmpty() ? "Nobody here has such a name." : "Here: " + names);
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
    String rank = user.isAdmin() ? ", an administrator" : "";
    String away = user.away().map(text -> ", away (" + PlainText.clean(text) + ")").orElse("");
    return line(
        user.source().nick()
            + account
            + rank
            + rooms
            + away
            + ", here since "
            + PlainText.day(user.since()));
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
    return line("Your modes changed: " + answer.letters());
  }
}
