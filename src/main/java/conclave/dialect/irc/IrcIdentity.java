package conclave.dialect.irc;

import conclave.command.IdentityReply;
import conclave.dialect.Dialect.Recipient;
import conclave.name.AccountName;
import conclave.name.Source;
import java.util.List;

/** How IRC tells of log-ins and registrations. */
final class IrcIdentity {
  private static final int SASL_PIECE = 400;

  private IrcIdentity() {}

  /** A piece of 400 is followed by another, which may be empty (IRCv3 SASL 3.1). */
  static Lines challenge(IdentityReply.SaslChallenge reply, Lines lines) {
    String data = reply.data();
    for (; data.length() >= SASL_PIECE; data = data.substring(SASL_PIECE)) {
      lines.raw("AUTHENTICATE " + data.substring(0, SASL_PIECE));
    }
    return lines.raw("AUTHENTICATE " + (data.isEmpty() ? "+" : data));
  }

  static Lines loggedIn(IdentityReply.LoggedIn reply, Recipient to, Lines lines) {
    List<String> who = List.of(reply.source().mask(), reply.account());
    lines.numeric(to, Numeric.RPL_LOGGEDIN, who, Numeric.RPL_LOGGEDIN.text(reply.account()));
    return reply.bySasl() ? lines.numeric(to, Numeric.RPL_SASLSUCCESS) : lines;
  }

  /** Has that user another user name or host now? */
  static boolean isMoved(Source from, Source to) {
    return !from.username().equals(to.username()) || !from.host().equals(to.host());
  }

  static String moved(Source to) {
    return "CHGHOST " + to.username() + " " + to.host();
  }

  static String account(Source to) {
    return "ACCOUNT " + to.account().map(AccountName::text).orElse("*");
  }
}
