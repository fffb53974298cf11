package conclave.dialect.irc;

import conclave.account.AccountRole;
import conclave.account.AccountStatus;
import conclave.account.Fingerprint;
import conclave.command.AccountOrder;
import conclave.command.Command;
import conclave.room.Reason;
import conclave.room.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** SESSIONS, PASSWORD, CERT, CODE and ACCOUNT: Conclave's own, since IRC has none for these. */
final class IrcAccountVerbs {
  static final List<IrcVerb> ROWS =
      List.of(
          IrcVerb.of(
              "OPER",
              "<name> <password>",
              "gives you the rights of an operator of the server",
              2,
              p -> new Command.Oper(p.get(0), p.get(1))),
          IrcVerb.of(
              "SESSIONS",
              "[LIST | END <number>|all | NAME <device> | TOKEN]",
              "shows, ends and names the sessions of your account",
              0,
              IrcAccountVerbs::sessions),
          IrcVerb.of(
              "PASSWORD",
              "<current> <new>",
              "changes the password of your account",
              2,
              IrcAccountVerbs::password),
          IrcVerb.of(
              "CODE",
              "",
              "makes a code with which your account logs in once",
              0,
              IrcAccountVerbs::code),
          IrcVerb.of(
              "CERT",
              "[LIST | ADD [<fingerprint>] | DEL <fingerprint>]",
              "shows and changes the certificates that log in to your account",
              0,
              IrcAccountVerbs::cert),
          IrcVerb.of(
              "ACCOUNT",
              "LIST | INFO|DISABLE|ENABLE|DELETE|CODE|SESSIONS <name> | ADD <name> <role> <password>"
                  + " | PASSWD <name> <password> | ROLE <name> <role> | END <name> <number>|all"
                  + " | INVITE [<hours>]",
              "administers the accounts of the server",
              1,
              IrcAccountVerbs::account));

  private IrcAccountVerbs() {}

  static Command sessions(List<String> words) {
    Optional<AccountOrder> order =
        switch (word(words, 0, "LIST")) {
          case "LIST" -> Optional.of(new AccountOrder.ListSessions());
          case "END" -> at(words, 1).flatMap(IrcAccountVerbs::end);
          case "NAME" -> at(words, 1).map(AccountOrder.NameSession::new);
          case "TOKEN" -> Optional.of(new AccountOrder.MakeToken());
          default -> Optional.empty();
        };
    return command("SESSIONS", Optional.empty(), order);
  }

  static Command password(List<String> words) {
    return new Command.Account(
        "PASSWORD", Optional.empty(), new AccountOrder.ChangePassword(words.get(0), words.get(1)));
  }

  static Command code(List<String> words) {
    return new Command.Account("CODE", Optional.empty(), new AccountOrder.MakeCode());
  }

  static Command cert(List<String> words) {
    Optional<Fingerprint> fingerprint = at(words, 1).flatMap(Fingerprint::parse);
    boolean isBad = words.size() > 1 && fingerprint.isEmpty();
    Optional<AccountOrder> order =
        switch (word(words, 0, "LIST")) {
          case "LIST" -> Optional.of(new AccountOrder.ListCertificates());
          case "ADD" -> Optional.of(new AccountOrder.AddCertificate(fingerprint));
          case "DEL" -> fingerprint.map(AccountOrder.RemoveCertificate::new);
          default -> Optional.empty();
        };
    return command("CERT", Optional.empty(), order.filter(o -> !isBad));
  }

  static Command account(List<String> words) {
    String verb = word(words, 0, "");
    Optional<String> name = at(words, 1);
    if (verb.equals("LIST")) {
      return command("ACCOUNT", Optional.empty(), Optional.of(new AccountOrder.ListAccounts()));
    }
    if (verb.equals("INVITE")) {
      Optional<Integer> hours = name.flatMap(IrcAccountVerbs::number);
      boolean isGood = name.isPresent() == hours.isPresent();
      return command(
          "ACCOUNT",
          Optional.empty(),
          isGood ? Optional.of(new AccountOrder.Invite(hours)) : Optional.empty());
    }
    return command("ACCOUNT", name, name.flatMap(n -> order(verb, at(words, 2), at(words, 3))));
  }

  private static Optional<AccountOrder> order(
      String verb, Optional<String> first, Optional<String> second) {
    return switch (verb) {
      case "INFO" -> Optional.of(new AccountOrder.ShowAccount());
      case "ADD" ->
          first
              .flatMap(AccountRole::parse)
              .flatMap(role -> second.map(p -> new AccountOrder.AddAccount(role, p)));
      case "PASSWD" -> first.map(AccountOrder.SetPassword::new);
      case "DISABLE" -> Optional.of(new AccountOrder.SetStatus(AccountStatus.DISABLED));
      case "ENABLE" -> Optional.of(new AccountOrder.SetStatus(AccountStatus.ENABLED));
      case "DELETE" -> Optional.of(new AccountOrder.SetStatus(AccountStatus.DELETED));
      case "ROLE" -> first.flatMap(AccountRole::parse).map(AccountOrder.SetRole::new);
      case "CODE" -> Optional.of(new AccountOrder.MakeCode());
      case "SESSIONS" -> Optional.of(new AccountOrder.ListSessions());
      case "END" -> first.flatMap(IrcAccountVerbs::end);
      default -> Optional.empty();
    };
  }

  /** A number, or all of them. */
  private static Optional<AccountOrder> end(String which) {
    return which.equalsIgnoreCase("all")
        ? Optional.of(new AccountOrder.EndSessions(Optional.empty()))
        : number(which).map(n -> new AccountOrder.EndSessions(Optional.of(n)));
  }

  private static Optional<Integer> number(String text) {
    return Optional.of(text).filter(t -> t.matches("[1-9][0-9]{0,5}")).map(Integer::valueOf);
  }

  private static Command command(
      String verb, Optional<String> account, Optional<AccountOrder> order) {
    return order
        .<Command>map(o -> new Command.Account(verb, account, o))
        .orElseGet(() -> new Command.Malformed(Refusal.of(Reason.NEED_MORE_PARAMETERS, verb)));
  }

  private static String word(List<String> words, int index, String usual) {
    return at(words, index).map(word -> word.toUpperCase(Locale.ROOT)).orElse(usual);
  }

  private static Optional<String> at(List<String> words, int index) {
    return index < words.size() ? Optional.of(words.get(index)) : Optional.empty();
  }

  /** What NickServ is asked in the same words elsewhere. */
  static Optional<Command> ofService(List<String> words) {
    List<String> rest = words.subList(1, words.size());
    return switch (word(words, 0, "")) {
      case "CERT" -> Optional.of(cert(rest));
      case "SESSIONS" -> Optional.of(sessions(rest));
      case "PASSWD" -> rest.size() < 2 ? Optional.empty() : Optional.of(password(rest));
      case "SET" ->
          rest.size() == 3 && rest.get(0).equalsIgnoreCase("PASSWORD")
              ? Optional.of(password(rest.subList(1, 3)))
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}
