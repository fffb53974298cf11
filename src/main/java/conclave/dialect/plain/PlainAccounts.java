package conclave.dialect.plain;

import conclave.command.AccountNews;
import conclave.command.AccountNews.AccountView;
import conclave.command.AccountNews.SessionView;
import conclave.command.IdentityReply;
import conclave.name.AccountName;
import java.util.stream.Collectors;

/** How news of accounts and sessions reads. */
final class PlainAccounts implements AccountNews.Visitor<String> {
  @Override
  public String refused(AccountNews.Refused news) {
    return line("! " + PlainRefusals.sentence(news.refusal()));
  }

  @Override
  public String accounts(AccountNews.Accounts news) {
    return news.accounts().stream().map(PlainAccounts::account).collect(Collectors.joining());
  }

  private static String account(AccountView account) {
    String live = account.live() == 0 ? "" : ", connected";
    return line(
        (account.name() + ": " + account.role().text() + ", " + account.status().text())
            + (", since " + PlainText.day(account.created()) + live));
  }

  @Override
  public String sessions(AccountNews.Sessions news) {
    return news.sessions().stream().map(PlainAccounts::session).collect(Collectors.joining())
        + line("End one with /sessions end NUMBER, or all others with /sessions end all.");
  }

  private static String session(SessionView session) {
    String presence =
        switch (session.presence()) {
          case SELF -> "this one";
          case LIVE -> "connected";
          case AWAY -> "seen last " + PlainText.day(session.seen());
        };
    return line(
        ("  " + session.number() + "  " + session.device().orElse("(no name)"))
            + (", " + session.client() + " from " + session.address())
            + (", since " + PlainText.day(session.created()) + ", " + presence));
  }

  @Override
  public String ended(AccountNews.Ended news) {
    return line(
        news.count() == 1 ? "One session was ended." : news.count() + " sessions were ended.");
  }

  @Override
  public String token(AccountNews.Token news) {
    return line(
        ("Until " + PlainText.day(news.expires()) + ", once: /login " + news.name())
            + (" " + news.text()));
  }

  @Override
  public String logInCode(AccountNews.LogInCode news) {
    return line(
        ("Until " + PlainText.day(news.expires()) + ", once: /login " + news.account())
            + (" " + news.code()));
  }

  @Override
  public String invitation(AccountNews.Invitation news) {
    return line(
        ("For one person, until " + PlainText.day(news.expires()))
            + (": /register NAME " + news.code()));
  }

  @Override
  public String certificates(AccountNews.Certificates news) {
    return news.fingerprints().isEmpty()
        ? line("No certificate logs you in; connect with one and type /cert add.")
        : news.fingerprints().stream()
            .map(fingerprint -> line("  " + fingerprint))
            .collect(Collectors.joining());
  }

  @Override
  public String done(AccountNews.Done news) {
    AccountName account = news.account();
    return line(
        switch (news.what()) {
          case ADDED -> "The account " + account + " is there now: " + news.subject() + ".";
          case PASSWORD_CHANGED -> "The password is changed; all other sessions were ended.";
          case ENABLED -> account + " can log in again.";
          case DISABLED -> account + " is out, and can't log in.";
          case DELETED -> account + " is gone for good; nobody else can have that name.";
          case ROLE_CHANGED -> account + " has the role " + news.subject() + " now.";
          case SESSION_NAMED -> "This session is kept as " + news.subject() + ".";
          case CERTIFICATE_ADDED -> "That certificate logs you in from now on.";
          case CERTIFICATE_REMOVED -> "That certificate no longer logs you in.";
        });
  }

  /** What to type next. */
  static String prompt(IdentityReply.PasswordPrompt reply) {
    String what =
        switch (reply.purpose()) {
          case LOG_IN -> "The password of ";
          case REGISTER -> "Choose a password for ";
          case CURRENT -> "The present password of ";
          case NEXT -> "The new password of ";
        };
    return line(
        (what + PlainText.clean(reply.account()))
            + " on the next line, please (it shows as you type):");
  }

  private static String line(String text) {
    return text + "\n";
  }
}
