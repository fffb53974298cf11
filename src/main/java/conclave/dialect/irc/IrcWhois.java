package conclave.dialect.irc;

import conclave.command.User;
import conclave.command.UserAnswer.WhoisIs;
import conclave.dialect.Dialect.Recipient;
import conclave.name.AccountName;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How IRC tells who somebody is. */
final class IrcWhois {
  private IrcWhois() {}

  static Lines render(WhoisIs reply, Recipient to, Lines lines) {
    User user = reply.user();
    String nick = user.source().nick().text();
    List<String> who = List.of(nick, user.source().username(), user.source().host(), "*");
    lines.always(to, Numeric.RPL_WHOISUSER, who, user.realname());
    lines.packed(to, Numeric.RPL_WHOISCHANNELS, List.of(nick), reply.rooms());
    List<String> servers = reply.servers().isEmpty() ? List.of(to.server()) : reply.servers();
    for (String server : servers) {
      lines.numeric(to, Numeric.RPL_WHOISSERVER, List.of(nick, server), "Conclave");
    }
    if (user.isServerOperator()) {
      lines.numeric(to, Numeric.RPL_WHOISOPERATOR, nick);
    }
    if (user.source().isBot()) {
      lines.numeric(to, Numeric.RPL_WHOISBOT, nick);
    }
    user.source()
        .account()
        .map(AccountName::text)
        .ifPresent(a -> lines.numeric(to, Numeric.RPL_WHOISACCOUNT, nick, a));
    if (user.isSecure()) {
      lines.numeric(to, Numeric.RPL_WHOISSECURE, nick);
    }
    user.away().ifPresent(text -> lines.numeric(to, Numeric.RPL_AWAY, List.of(nick), text));
    reply
        .addresses()
        .forEach(
            address -> lines.numeric(to, Numeric.RPL_WHOISACTUALLY, nick, Lines.word(address)));
    for (String certificate : reply.certificates()) {
      String text = Numeric.RPL_WHOISCERTFP.text(certificate);
      lines.numeric(to, Numeric.RPL_WHOISCERTFP, List.of(nick), text);
    }
    return lines.numeric(
        to,
        Numeric.RPL_WHOISIDLE,
        nick,
        Long.toString(reply.idleSeconds()),
        Long.toString(TimeUnit.MILLISECONDS.toSeconds(user.since())));
  }
}
