package conclave.dialect.irc;

import conclave.command.IdentityReply;
import conclave.dialect.Dialect.Recipient;
import conclave.name.Utf8;
import conclave.room.Reason;
import conclave.room.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How IRC tells what services say, and what became of a REGISTER and VERIFY. */
final class IrcServices {
  private IrcServices() {}

  static Lines serviceSays(IdentityReply.ServiceSays reply, Recipient to, Lines lines) {
    String text = reply.refusal().map(refusal -> text(refusal, to)).orElse(reply.text());
    return notice(reply.service(), text, to, lines);
  }

  private static Lines notice(String service, String text, Recipient to, Lines lines) {
    return lines.raw(
        (":" + service + "!" + service + "@" + to.server())
            + (" NOTICE " + to.nick() + " :" + text));
  }

  /** What a numeric or a standard reply would say of it. */
  static String text(Refusal refusal, Recipient to) {
    byte[] line = IrcRefusals.render(refusal, to, new Lines()).bytes();
    List<String> words =
        IrcMessage.parse(new String(line, StandardCharsets.UTF_8).strip()).parameters();
    return words.get(words.size() - 1);
  }

  static Lines enrolled(IdentityReply.Enrolled reply, Recipient to, Lines lines) {
    if (reply.refusal().isPresent()) {
      return refused(reply, reply.refusal().get(), to, lines);
    }
    String account = reply.account();
    return reply.needsCode()
        ? lines.from(
            to,
            (reply.verb() + " VERIFICATION_REQUIRED " + account)
                + (" :Registering here needs an invitation: VERIFY " + account + " CODE"))
        : lines.from(to, reply.verb() + " SUCCESS " + account + " :The account is yours now");
  }

  /** As IRCv3 draft/account-registration names the reasons. */
  private static Lines refused(
      IdentityReply.Enrolled reply, Refusal refusal, Recipient to, Lines lines) {
    String code =
        switch (refusal.reason()) {
          case ACCOUNT_EXISTS, ACCOUNT_LOOKS_ALIKE -> "ACCOUNT_EXISTS";
          case BAD_ACCOUNT_NAME, ACCOUNT_NOT_ASCII, ACCOUNT_MIXES_SCRIPTS -> "BAD_ACCOUNT_NAME";
          case BAD_PASSWORD -> "UNACCEPTABLE_PASSWORD";
          case BAD_INVITATION, NEEDS_INVITATION -> "INVALID_CODE";
          case NO_NICK_GIVEN -> "NEED_NICK";
          case ALREADY_LOGGED_IN -> "ALREADY_AUTHENTICATED";
          case ALREADY_REGISTERED, REGISTRATION_CLOSED, SERVER_PASSWORD_FIRST -> "DISALLOWED";
          default -> "TEMPORARILY_UNAVAILABLE";
        };
    String account = Utf8.firstWord(reply.account());
    String text =
        refusal.reason() == Reason.ALREADY_REGISTERED
            ? "Accounts are made before you come in: connect again"
            : text(refusal, to);
    return lines.from(to, "FAIL " + reply.verb() + " " + code + " " + account + " :" + text);
  }
}
