package conclave.dialect.irc;

import conclave.command.Command;
import conclave.command.PastCommand;
import conclave.command.RoomReply;
import conclave.command.Verified;
import conclave.dialect.Dialect.Recipient;
import conclave.room.Reason;
import conclave.room.Refusal;
import java.util.List;
import java.util.Optional;

/** VERIFY: of an account as IRCv3 account-registration has it, and of a channel's log. */
final class IrcVerify {
  private static final String VERIFY = "VERIFY";

  static final IrcVerb ROW =
      IrcVerb.of(
          VERIFY,
          "<account> <code> | <channel>",
          "completes a REGISTER with an invitation, or says whether a channel's log is unaltered",
          1,
          IrcVerify::read);

  private IrcVerify() {}

  private static Command read(List<String> p) {
    if (p.size() > 1) {
      return new Command.VerifyAccount(p.get(0), p.get(1));
    }
    return p.get(0).startsWith("#")
        ? new PastCommand.VerifyLog(Optional.of(p.get(0)))
        : new Command.Malformed(Refusal.of(Reason.NEED_MORE_PARAMETERS, VERIFY));
  }

  static Lines render(RoomReply.VerifiedIs reply, Recipient to, Lines lines) {
    Verified found = reply.found();
    String what = found.isGood() ? "NOTE VERIFY LOG_UNALTERED " : "WARN VERIFY LOG_ALTERED ";
    return lines.from(to, what + reply.room() + " :" + found);
  }

  static Lines refused(List<String> about, Recipient to, Lines lines) {
    return lines.fail(
        to,
        "VERIFY TEMPORARILY_UNAVAILABLE",
        about,
        "The log can't be verified right now; try again later");
  }
}
