package conclave.handler;

import conclave.command.IdentityReply;
import conclave.command.Reply;
import conclave.command.ServerFacts;
import conclave.command.User;
import conclave.config.AccountsConfig;
import conclave.config.AccountsConfig.Login;
import conclave.config.Config;
import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.room.Reason;
import conclave.room.Refusal;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets a connection in once it has said all that is needed, and the log-in that most of them need
 * for it.
 */
final class Admission {
  private static final int MAX_FAILURES = 3;

  private final Config config;
  private final Supplier<ServerFacts> facts;
  private final Users users;
  private final Accounts accounts;
  private final Becoming becoming;
  private final Metadata metadata;
  private final Residency residency;
  private final TalksBefore talks;

  Admission(Config config, Supplier<ServerFacts> facts, Handlers.Ports ports, Residency residency) {
    this.config = config;
    this.facts = facts;
    this.users = ports.users();
    this.accounts = ports.accounts();
    this.becoming = new Becoming(config, ports);
    this.metadata = ports.metadata();
    this.residency = residency;
    this.talks = new TalksBefore(ports.history());
  }

  /** Checks a password, and lets the caller in where nothing else is missing. */
  Future<Void> logIn(String name, String password, Caller caller, String mechanism) {
    if (caller.registration().account().isPresent()) {
      return caller.refuse(Reason.ALREADY_LOGGED_IN);
    }
    return accounts
        .logIn(name, password, caller.peer(), mechanism)
        .compose(identity -> identified(identity, caller, Reason.WRONG_PASSWORD, false))
        .compose(isIn -> isIn ? admit(caller) : Future.succeededFuture());
  }

  /** Takes what a SASL exchange has proved; the caller goes on with CAP END. */
  Future<Void> provedBySasl(Accounts.Identity identity, Caller caller) {
    return identified(identity, caller, Reason.SASL_FAILED, true)
        .compose(isIn -> isIn ? admit(caller) : Future.succeededFuture());
  }

  /** Takes the outcome of a log-in or registration; true when the caller is logged in now. */
  Future<Boolean> identified(
      Accounts.Identity identity, Caller caller, Reason wrong, boolean bySasl) {
    if (identity.account().isPresent()) {
      accept(identity, caller, bySasl);
      return Future.succeededFuture(true);
    }
    Refusal refusal = identity.refusal().orElse(Refusal.of(Reason.WRONG_PASSWORD));
    if (refusal.reason() == Reason.WRONG_PASSWORD) {
      caller.refuse(wrong);
    } else if (bySasl) {
      SaslRefusals.of(refusal).forEach(no -> caller.reply(new Reply.Refused(no)));
    } else {
      caller.reply(new Reply.Refused(refusal));
    }
    countFailure(refusal.reason(), caller);
    return Future.succeededFuture(false);
  }

  /**
   * Why the caller may not make an account: where the server has a password, who is not in yet must
   * know it, or have been invited.
   */
  Optional<Refusal> objection(Optional<String> invitation, Caller caller) {
    boolean isLacking =
        config.server().password().isPresent()
            && config.accounts().registration() == AccountsConfig.Registration.OPEN
            && caller.phase() != Caller.Phase.READY
            && !caller.registration().knowsServerPassword();
    return isLacking && invitation.isEmpty()
        ? Optional.of(Refusal.of(Reason.SERVER_PASSWORD_FIRST))
        : Optional.empty();
  }

  /** The caller is logged in, and let in where nothing else is missing. */
  Future<Void> letIn(Accounts.Identity identity, Caller caller, boolean bySasl) {
    accept(identity, caller, bySasl);
    return admit(caller);
  }

  private void accept(Accounts.Identity identity, Caller caller, boolean bySasl) {
    AccountName account = identity.account().orElseThrow();
    caller.registration().identified(account, identity.role(), identity.session());
    caller.reply(
        new IdentityReply.LoggedIn(
            Sources.of(caller, nickOf(caller).orElse(account.asNick())), account.text(), bySasl));
  }

  /** Who guesses too often is sent away. */
  static void countFailure(Reason reason, Caller caller) {
    if (reason == Reason.WRONG_PASSWORD && caller.registration().failed() >= MAX_FAILURES) {
      caller.close("Too many wrong passwords");
    }
  }

  /** What the caller says of itself, where its client can be told. */
  void tellOwn(Caller caller) {
    metadata.tellOwn(caller);
  }

  /** Lets the caller in if it may come in; else waits for what is missing. */
  Future<Void> admit(Caller caller) {
    Registration said = caller.registration();
    if (caller.phase() == Caller.Phase.READY && caller.source().account().isEmpty()) {
      return said.account()
          .map(
              account ->
                  talks
                      .note(caller)
                      .compose(noted -> becoming.account(account, caller))
                      .compose(done -> arrived(caller)))
          .orElse(Future.succeededFuture());
    }
    Optional<Nick> nick = nickOf(caller);
    if (caller.phase() != Caller.Phase.REGISTERING
        || said.isNegotiating()
        || nick.isEmpty()
        || said.username().isEmpty()) {
      return Future.succeededFuture();
    }
    if (said.account().filter(own -> own.key().equals(nick.get().key())).isPresent()) {
      return claim(caller, nick.get());
    }
    if (said.account().isPresent()) {
      return claimFree(caller, nick.get());
    }
    Optional<String> password = said.takePassword();
    if (password.isPresent()) {
      return logIn(nick.get().text(), password.get(), caller, "PASS");
    }
    if (config.accounts().login() == Login.REQUIRED) {
      return caller.refuse(Reason.LOG_IN_FIRST);
    }
    return claimFree(caller, nick.get());
  }

  /** Claims a nick that is nobody's account. */
  private Future<Void> claimFree(Caller caller, Nick nick) {
    Optional<Reason> objection = NewNicks.objection(nick, config.server().casemapping());
    if (objection.isPresent()) {
      return caller.refuse(objection.get(), nick.text());
    }
    return accounts
        .owns(nick)
        .compose(
            isOwned ->
                isOwned
                    ? caller.refuse(Reason.NICK_IS_RESERVED, nick.text())
                    : claim(caller, nick));
  }

  private Future<Void> claim(Caller caller, Nick nick) {
    return metadata
        .known(Sources.userOf(caller, nick))
        .compose(
            known ->
                talks
                    .note(caller)
                    .compose(noted -> users.claim(known, caller.connection()))
                    .compose(claim -> claimed(claim, known, caller)));
  }

  private Future<Void> claimed(Users.Claim claim, User user, Caller caller) {
    if (claim == Users.Claim.TAKEN) {
      return caller.refuse(Reason.NICK_IN_USE, user.source().nick().text());
    }
    caller.admitted(users.asBot(user), claim);
    caller.reply(new Reply.Welcome(user.source().nick(), facts.get(), users.counts()));
    metadata.tellOwn(caller);
    return arrived(caller);
  }

  private Future<Void> arrived(Caller caller) {
    return residency.arrived(caller).otherwiseEmpty();
  }

  /**
   * The caller wants a nick under which its account's user is here already: it is one more
   * connection of that user. False where that user is not there.
   */
  Future<Boolean> joinOwn(Nick nick, Caller caller) {
    return becoming
        .joinOwn(nick, caller)
        .compose(isIn -> isIn ? arrived(caller).map(true) : Future.succeededFuture(false));
  }

  /**
   * With an account, the nick is its name where the configuration says so, whatever the client
   * asked for.
   */
  private Optional<Nick> nickOf(Caller caller) {
    Registration said = caller.registration();
    Optional<Nick> account = said.account().map(AccountName::asNick);
    return config.accounts().nickIsAccount() && account.isPresent()
        ? account
        : said.nick().or(() -> account);
  }
}
