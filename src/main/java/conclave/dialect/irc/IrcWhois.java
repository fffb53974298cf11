package conclave.dialect.irc;

import conclave.command.Reply;
import conclave.command.User;
import conclave.dialect.Dialect.Recipient;
import conclave.name.AccountName;
import java.util.List;

/** How IRC tells who somebody is. */
final class IrcWhois {
  private IrcWhois() {}

  static Lines render(Reply.WhoisIs reply, Recipient to, Lines lines) {
    User user = reply.user();
    String nick = user.source().nick().text();
    List<String> who = List.of(nick, user.source().username(), user.source().host(), "*");
    lines.from(
        to,
        Numeric.RPL_WHOISUSER.code()
            + " "
            + to.nick()
            + " "
            + String.join(" ", who)
            + " :"
            + user.realname());
    lines.packed(to, Numeric.RPL_WHOISCHANNELS, List.of(nick), reply.rooms());
    lines.numeric(to, Numeric.RPL_WHOISSERVER, List.of(nick, to.server()), "Conclave");
    if (user.isAdmin()) {
      lines.numeric(to, Numeric.RPL_WHOISOPERATOR, nick);
    }
    user.source()
        .account()
        .map(AccountName::text)
        .ifPresent(a -> lines.numeric(to, Numeric.RPL_WHOISACCOUNT, nick, a));
    if (user.isSecure()) {
      lines.numeric(to, Numeric.RPL_WHOISSECURE, nick);
    }
    return lines.numeric(to, Numeric.RPL_ENDOFWHOIS, nick);
  }
}
