package conclave.handler;

import conclave.command.Command.AskService;
import conclave.command.IdentityReply;
import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.name.ServiceNames;
import conclave.room.Reason;
import conclave.room.Refusal;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people are used to say to NickServ: IDENTIFY and REGISTER. Nobody else ever sees it. */
final class AskServiceHandler implements CommandHandler<AskService> {
  private static final String SETTING =
      "SET always-on on|off: stay in your rooms when you are not connected.";
  private static final String STAYS =
      "From now on you stay in your rooms when you are not connected.";
  private static final String GOES = "From now on you leave when your last connection is over.";
  private static final String TAKEN =
      "Another user of your account stays already: you leave when your last connection is over.";

  private final Accounts accounts;
  private final Admission admission;
  private final Residency residency;

  AskServiceHandler(Accounts accounts, Admission admission, Residency residency) {
    this.accounts = accounts;
    this.admission = admission;
    this.residency = residency;
  }

  @Override
  public Future<Void> handle(AskService asked, Caller caller) {
    if (!asked.service().equals(ServiceNames.NICKSERV)) {
      return say(asked, "Rooms need no service here: who founds one, keeps it.", caller);
    }
    List<String> words = List.of(asked.text().strip().split(" +"));
    String verb = words.get(0).toUpperCase(Locale.ROOT);
    if (verb.equals("SET")) {
      return set(asked, words, caller);
    }
    boolean isLogIn = verb.equals("IDENTIFY") || verb.equals("LOGIN");
    if (!(isLogIn || verb.equals("REGISTER")) || words.size() < 2) {
      say(asked, "IDENTIFY [account] password: log in.", caller);
      say(asked, "REGISTER password [invitation]: make an account of your nick.", caller);
      return say(asked, SETTING, caller);
    }
    if (caller.registration().account().isPresent()) {
      return refuse(asked, Refusal.of(Reason.ALREADY_LOGGED_IN), caller);
    }
    boolean isNamed = isLogIn && words.size() > 2;
    Optional<String> account =
        isNamed ? Optional.of(words.get(1)) : caller.registration().nick().map(Nick::text);
    if (account.isEmpty()) {
      return refuse(asked, Refusal.of(Reason.NO_NICK_GIVEN), caller);
    }
    Optional<Refusal> no =
        isLogIn ? Optional.empty() : admission.objection(invitation(words), caller);
    if (no.isPresent()) {
      return refuse(asked, no.get(), caller);
    }
    return (isLogIn
            ? accounts.logIn(
                account.get(), words.get(isNamed ? 2 : 1), caller.peer(), ServiceNames.NICKSERV)
            : accounts.register(account.get(), invitation(words), words.get(1), caller.peer()))
        .compose(identity -> identified(asked, identity, caller));
  }

  /** Elsewhere a mail address stands there; nobody is written to here. */
  private static Optional<String> invitation(List<String> words) {
    return words.stream().skip(2).findFirst().filter(word -> word.indexOf('@') < 0);
  }

  private Future<Void> set(AskService asked, List<String> words, Caller caller) {
    Optional<AccountName> account = caller.registration().account();
    String value = words.size() == 3 ? words.get(2).toLowerCase(Locale.ROOT) : "";
    boolean isKnown =
        words.size() == 3
            && words.get(1).equalsIgnoreCase("always-on")
            && (value.equals("on") || value.equals("off"));
    if (!isKnown) {
      return say(asked, SETTING, caller);
    }
    if (account.isEmpty() || caller.phase() != Caller.Phase.READY) {
      return refuse(asked, Refusal.of(Reason.NOT_LOGGED_IN), caller);
    }
    if (!residency.isAsked()) {
      return say(
          asked,
          "On this server " + (residency.isForAll() ? "all stay." : "nobody stays."),
          caller);
    }
    boolean isOn = value.equals("on");
    return residency
        .want(isOn, account.get(), caller)
        .compose(stays -> say(asked, settled(isOn, stays), caller));
  }

  private static String settled(boolean isWanted, boolean stays) {
    if (stays) {
      return STAYS;
    }
    return isWanted ? TAKEN : GOES;
  }

  private Future<Void> identified(AskService asked, Accounts.Identity identity, Caller caller) {
    if (identity.account().isPresent()) {
      say(asked, "You are logged in as " + identity.account().get() + ".", caller);
      return admission.letIn(identity, caller, false);
    }
    Refusal refusal = identity.refusal().orElse(Refusal.of(Reason.WRONG_PASSWORD));
    refuse(asked, refusal, caller);
    Admission.countFailure(refusal.reason(), caller);
    return Future.succeededFuture();
  }

  private static Future<Void> say(AskService asked, String text, Caller caller) {
    return caller.answer(new IdentityReply.ServiceSays(asked.service(), text, Optional.empty()));
  }

  private static Future<Void> refuse(AskService asked, Refusal refusal, Caller caller) {
    return caller.answer(new IdentityReply.ServiceSays(asked.service(), "", Optional.of(refusal)));
  }
}
