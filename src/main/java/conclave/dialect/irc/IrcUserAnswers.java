package conclave.dialect.irc;

import conclave.command.User;
import conclave.command.UserAnswer;
import conclave.command.UserAnswer.Former;
import conclave.dialect.Dialect.Recipient;
import conclave.name.Source;
import conclave.name.Utf8;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How IRC tells of users. */
final class IrcUserAnswers implements UserAnswer.Visitor<Lines> {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss uuuu 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Recipient to;
  private final Lines lines;

  IrcUserAnswers(Recipient to, Lines lines) {
    this.to = to;
    this.lines = lines;
  }

  @Override
  public Lines whoAre(UserAnswer.WhoAre answer) {
    IrcWho who = new IrcWho(to, lines);
    answer.people().forEach(person -> who.render(person, answer));
    return lines.numeric(to, Numeric.RPL_ENDOFWHO, Utf8.firstWord(answer.mask()));
  }

  @Override
  public Lines whoisIs(UserAnswer.WhoisIs answer) {
    return IrcWhois.render(answer, to, lines);
  }

  @Override
  public Lines whoisEnd(UserAnswer.WhoisEnd answer) {
    return lines.numeric(to, Numeric.RPL_ENDOFWHOIS, Utf8.firstWord(answer.nicks()));
  }

  @Override
  public Lines whowasAre(UserAnswer.WhowasAre answer) {
    for (Former former : answer.former()) {
      Source who = former.source();
      String nick = who.nick().text();
      lines.always(
          to,
          Numeric.RPL_WHOWASUSER,
          List.of(nick, who.username(), who.host(), "*"),
          former.realname());
      String left = DAY.format(Instant.ofEpochMilli(former.left()));
      lines.numeric(to, Numeric.RPL_WHOISSERVER, List.of(nick, to.server()), left);
    }
    return lines.numeric(to, Numeric.RPL_ENDOFWHOWAS, Utf8.firstWord(answer.nick()));
  }

  @Override
  public Lines userhostsAre(UserAnswer.UserhostsAre answer) {
    List<String> words = new ArrayList<>();
    for (User user : answer.users()) {
      String host =
          answer.addresses().isEmpty()
              ? user.source().host()
              : answer.addresses().get(words.size());
      words.add(
          user.source().nick()
              + (user.isServerOperator() ? "*=" : "=")
              + (user.away().isPresent() ? "-" : "+")
              + user.source().username()
              + "@"
              + host);
    }
    Numeric numeric = answer.addresses().isEmpty() ? Numeric.RPL_USERHOST : Numeric.RPL_USERIP;
    return lines.always(to, numeric, List.of(), String.join(" ", words));
  }

  @Override
  public Lines onlineAre(UserAnswer.OnlineAre answer) {
    return answer.nicks().isEmpty()
        ? lines.always(to, Numeric.RPL_ISON, List.of(), "")
        : lines.packed(to, Numeric.RPL_ISON, List.of(), answer.nicks());
  }

  @Override
  public Lines watched(UserAnswer.Watched answer) {
    Numeric numeric = answer.isHere() ? Numeric.RPL_MONONLINE : Numeric.RPL_MONOFFLINE;
    return lines.packed(to, numeric, List.of(), answer.people(), ",");
  }

  @Override
  public Lines watchListIs(UserAnswer.WatchListIs answer) {
    lines.packed(to, Numeric.RPL_MONLIST, List.of(), answer.nicks(), ",");
    return lines.numeric(to, Numeric.RPL_ENDOFMONLIST);
  }

  @Override
  public Lines watchListIsFull(UserAnswer.WatchListIsFull answer) {
    return lines.numeric(
        to,
        Numeric.ERR_MONLISTFULL,
        Integer.toString(answer.limit()),
        String.join(",", answer.nicks()));
  }

  @Override
  public Lines isAway(UserAnswer.IsAway answer) {
    return lines.numeric(to, Numeric.RPL_AWAY, List.of(answer.nick().text()), answer.text());
  }

  @Override
  public Lines markedAway(UserAnswer.MarkedAway answer) {
    return lines.numeric(to, answer.isAway() ? Numeric.RPL_NOWAWAY : Numeric.RPL_UNAWAY);
  }

  @Override
  public Lines modesAre(UserAnswer.ModesAre answer) {
    return lines.numeric(to, Numeric.RPL_UMODEIS, answer.letters());
  }

  @Override
  public Lines modesChanged(UserAnswer.ModesChanged answer) {
    return lines.raw(":" + answer.nick() + " MODE " + answer.nick() + " :" + answer.letters());
  }
}
