package conclave.dialect.irc;

import conclave.account.Fingerprint;
import conclave.command.AccountNews;
import conclave.command.AccountNews.AccountView;
import conclave.command.AccountNews.SessionView;
import conclave.command.AccountNews.What;
import conclave.dialect.Dialect.Recipient;
import conclave.name.Utf8;
import java.util.List;
import java.util.Locale;

/**
 * How IRC tells of accounts and sessions: a NOTE or FAIL each (IRCv3 standard-replies), with what a
 * program needs before the sentence for a person.
 */
final class IrcAccounts implements AccountNews.Visitor<Lines> {
  private final String verb;
  private final Recipient to;
  private final Lines lines;

  IrcAccounts(String verb, Recipient to, Lines lines) {
    this.verb = verb;
    this.to = to;
    this.lines = lines;
  }

  private Lines note(String command, List<Object> context, String sentence) {
    StringBuilder words = new StringBuilder("NOTE ").append(command);
    context.forEach(word -> words.append(' ').append(word));
    return lines.from(to, words.append(" :").append(sentence).toString());
  }

  @Override
  public Lines refused(AccountNews.Refused news) {
    String code = IrcAccountRefusals.code(news.refusal().reason());
    StringBuilder words = new StringBuilder("FAIL ").append(verb).append(' ').append(code);
    news.refusal().about().forEach(word -> words.append(' ').append(Utf8.firstWord(word)));
    String sentence = IrcServices.text(news.refusal(), to);
    return lines.from(to, words.append(" :").append(sentence).toString());
  }

  @Override
  public Lines accounts(AccountNews.Accounts news) {
    for (AccountView account : news.accounts()) {
      String sentence =
          (account.name() + ", " + account.role().text() + ", " + account.status().text())
              + (", since " + EventTags.time(account.created()))
              + (", connected " + account.live() + " times");
      List<Object> context =
          List.of(
              "ACCOUNT",
              account.name(),
              account.role().text(),
              account.status().text(),
              account.created(),
              account.live());
      note(verb, context, sentence);
    }
    return end(news.accounts().size(), "accounts");
  }

  private Lines end(int count, String things) {
    return note(verb, List.of("END", count), count + " " + things);
  }

  /** Sessions are told under one name, whoever asks for them. */
  @Override
  public Lines sessions(AccountNews.Sessions news) {
    for (SessionView session : news.sessions()) {
      String presence = session.presence().name().toLowerCase(Locale.ROOT);
      List<Object> context =
          List.of(
              "SESSION",
              session.number(),
              presence,
              session.created(),
              session.seen(),
              Lines.word(session.address()),
              session.device().orElse("*"),
              session.client());
      String sentence =
          ("session " + session.number() + session.device().map(d -> " on " + d).orElse(""))
              + (", " + session.client() + " from " + session.address() + ", " + presence)
              + (", seen " + EventTags.time(session.seen()));
      note("SESSIONS", context, sentence);
    }
    int count = news.sessions().size();
    return note("SESSIONS", List.of("END", count), count + " sessions");
  }

  @Override
  public Lines ended(AccountNews.Ended news) {
    return note("SESSIONS", List.of("ENDED", news.count()), news.count() + " sessions were ended");
  }

  @Override
  public Lines token(AccountNews.Token news) {
    return note(
        verb,
        List.of("TOKEN", news.name(), news.text(), news.expires()),
        "Logs you in once as " + news.name() + ", until " + EventTags.time(news.expires()));
  }

  @Override
  public Lines logInCode(AccountNews.LogInCode news) {
    return note(
        verb,
        List.of("CODE", news.account(), news.code(), news.expires()),
        "Logs " + news.account() + " in once, until " + EventTags.time(news.expires()));
  }

  @Override
  public Lines invitation(AccountNews.Invitation news) {
    return note(
        verb,
        List.of("INVITATION", news.code(), news.expires()),
        "Good for one account until " + EventTags.time(news.expires()));
  }

  @Override
  public Lines certificates(AccountNews.Certificates news) {
    for (Fingerprint fingerprint : news.fingerprints()) {
      note(verb, List.of("CERTIFICATE", fingerprint), "This certificate logs you in");
    }
    return end(news.fingerprints().size(), "certificates");
  }

  @Override
  public Lines done(AccountNews.Done news) {
    String sentence = sentence(news);
    if (verb.equals("ACCOUNT")) {
      return note(verb, List.of("DONE", subcommand(news.what()), news.account()), sentence);
    }
    return news.what() == What.PASSWORD_CHANGED
        ? note(verb, List.of("CHANGED"), sentence)
        : note(verb, List.of("DONE", subcommand(news.what()), news.subject()), sentence);
  }

  private static String subcommand(What what) {
    return switch (what) {
      case ADDED, CERTIFICATE_ADDED -> "ADD";
      case PASSWORD_CHANGED -> "PASSWD";
      case ENABLED -> "ENABLE";
      case DISABLED -> "DISABLE";
      case DELETED -> "DELETE";
      case ROLE_CHANGED -> "ROLE";
      case SESSION_NAMED -> "NAME";
      case CERTIFICATE_REMOVED -> "DEL";
    };
  }

  private static String sentence(AccountNews.Done news) {
    return switch (news.what()) {
      case ADDED ->
          "The account " + news.account() + " is there now, with the role " + news.subject();
      case PASSWORD_CHANGED -> "The password is changed; all other sessions were ended";
      case ENABLED -> news.account() + " can log in again";
      case DISABLED -> news.account() + " is out, and can't log in";
      case DELETED -> news.account() + " is gone for good; nobody else can have that name";
      case ROLE_CHANGED -> news.account() + " has the role " + news.subject() + " now";
      case SESSION_NAMED -> "This session is kept as " + news.subject();
      case CERTIFICATE_ADDED -> "That certificate logs you in from now on";
      case CERTIFICATE_REMOVED -> "That certificate no longer logs you in";
    };
  }
}
