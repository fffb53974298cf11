package conclave.dialect.plain;

import conclave.account.AccountRole;
import conclave.account.AccountStatus;
import conclave.account.Fingerprint;
import conclave.command.AccountOrder;
import conclave.command.Command;
import conclave.command.PasswordFor;
import conclave.dialect.plain.PlainVerbs.Verb;
import conclave.dialect.plain.PlainVerbs.Words;
import conclave.name.ServiceNames;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The slash commands about accounts, sessions and certificates. */
final class PlainAccountVerbs {
  private static final String SETTING = "SET always-on ";

  private PlainAccountVerbs() {}

  static List<Verb> all() {
    return List.of(
        verb("password", "", "change your password", w -> Optional.of(password())),
        verb(
            "sessions",
            "[end NUMBER|all | name DEVICE]",
            "where you are logged in, and ending it there",
            PlainAccountVerbs::sessions),
        alwaysOn(),
        verb(
            "code",
            "",
            "a code that logs you in once, where a password would show",
            w -> Optional.of(own("/code", new AccountOrder.MakeCode()))),
        verb(
            "cert",
            "[add [FINGERPRINT] | remove FINGERPRINT]",
            "certificates that log you in",
            PlainAccountVerbs::certificates),
        verb(
            "oper",
            "NAME PASSWORD",
            "show that you have an operator's account as well",
            w ->
                w.first()
                    .flatMap(name -> w.rest().map(password -> new Command.Oper(name, password)))),
        verb(
            "invitation",
            "[HOURS]",
            "make a code with which somebody can register (operators)",
            PlainAccountVerbs::invitation),
        verb(
            "account",
            "list | WHAT NAME [WORDS]",
            "look after accounts (administrators): info, code, sessions, end, disable, enable, delete, role, add, passwd",
            PlainAccountVerbs::account));
  }

  private static Verb alwaysOn() {
    return verb(
        "always-on",
        "on|off",
        "stay in your rooms when you are not connected, or don't",
        w -> w.first().map(word -> new Command.AskService(ServiceNames.NICKSERV, SETTING + word)));
  }

  private static Verb verb(
      String name, String usage, String help, Function<Words, Optional<Command>> read) {
    return new Verb(name, usage, help, read);
  }

  private static Command own(String verb, AccountOrder order) {
    return new Command.Account(verb, Optional.empty(), order);
  }

  private static Command password() {
    return new Command.AskPassword(PasswordFor.CURRENT, "", Optional.empty());
  }

  private static Optional<Command> sessions(Words words) {
    if (words.first().isEmpty()) {
      return Optional.of(own("/sessions", new AccountOrder.ListSessions()));
    }
    boolean isName = words.first().get().equalsIgnoreCase("name");
    if (isName) {
      return words.rest().map(name -> own("/sessions", new AccountOrder.NameSession(name)));
    }
    return words
        .first()
        .filter("end"::equalsIgnoreCase)
        .flatMap(end -> words.rest())
        .flatMap(PlainAccountVerbs::end)
        .map(order -> own("/sessions", order));
  }

  /** A number, or all of them. */
  private static Optional<AccountOrder> end(String which) {
    if (which.equalsIgnoreCase("all")) {
      return Optional.of(new AccountOrder.EndSessions(Optional.empty()));
    }
    return number(which).map(n -> new AccountOrder.EndSessions(Optional.of(n)));
  }

  private static Optional<Integer> number(String text) {
    return Optional.of(text).filter(t -> t.matches("[1-9][0-9]{0,5}")).map(Integer::valueOf);
  }

  private static Optional<Command> certificates(Words words) {
    if (words.first().isEmpty()) {
      return Optional.of(own("/cert", new AccountOrder.ListCertificates()));
    }
    Optional<Fingerprint> fingerprint = words.rest().flatMap(Fingerprint::parse);
    boolean isBad = words.rest().isPresent() && fingerprint.isEmpty();
    Optional<AccountOrder> order =
        switch (words.first().get().toLowerCase(Locale.ROOT)) {
          case "add" -> Optional.of(new AccountOrder.AddCertificate(fingerprint));
          case "remove" -> fingerprint.map(AccountOrder.RemoveCertificate::new);
          default -> Optional.empty();
        };
    return order.filter(o -> !isBad).map(o -> own("/cert", o));
  }

  private static Optional<Command> invitation(Words words) {
    Optional<Integer> hours = words.first().flatMap(PlainAccountVerbs::number);
    return words.first().isPresent() && hours.isEmpty()
        ? Optional.empty()
        : Optional.of(own("/invitation", new AccountOrder.Invite(hours)));
  }

  private static Optional<Command> account(Words words) {
    String verb = words.first().orElse("").toLowerCase(Locale.ROOT);
    if (verb.equals("list")) {
      return Optional.of(own("/account", new AccountOrder.ListAccounts()));
    }
    List<String> rest = words.rest().map(text -> List.of(text.split(" +"))).orElse(List.of());
    if (rest.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> second = rest.stream().skip(1).findFirst();
    if (verb.equals("add") || verb.equals("passwd")) {
      return withPassword(verb, rest);
    }
    return order(verb, second)
        .map(order -> new Command.Account("/account", Optional.of(rest.get(0)), order));
  }

  /** The password is the last word: whoever types it chooses it for somebody else to change. */
  private static Optional<Command> withPassword(String verb, List<String> rest) {
    int words = verb.equals("add") ? 3 : 2;
    if (rest.size() != words) {
      return Optional.empty();
    }
    String password = rest.get(words - 1);
    Optional<AccountOrder> order =
        verb.equals("add")
            ? AccountRole.parse(rest.get(1))
                .map(role -> new AccountOrder.AddAccount(role, password))
            : Optional.of(new AccountOrder.SetPassword(password));
    return order.map(o -> new Command.Account("/account", Optional.of(rest.get(0)), o));
  }

  private static Optional<AccountOrder> order(String verb, Optional<String> argument) {
    return switch (verb) {
      case "info" -> Optional.of(new AccountOrder.ShowAccount());
      case "code" -> Optional.of(new AccountOrder.MakeCode());
      case "sessions" -> Optional.of(new AccountOrder.ListSessions());
      case "disable" -> Optional.of(new AccountOrder.SetStatus(AccountStatus.DISABLED));
      case "enable" -> Optional.of(new AccountOrder.SetStatus(AccountStatus.ENABLED));
      case "delete" -> Optional.of(new AccountOrder.SetStatus(AccountStatus.DELETED));
      case "role" -> argument.flatMap(AccountRole::parse).map(AccountOrder.SetRole::new);
      case "end" -> argument.flatMap(PlainAccountVerbs::end);
      default -> Optional.empty();
    };
  }
}
