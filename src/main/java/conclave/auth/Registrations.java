package conclave.auth;

import conclave.account.Account;
import conclave.account.AccountRole;
import conclave.account.Invitation;
import conclave.account.OneTimeCode;
import conclave.account.Verifier;
import conclave.bus.AuthRequest;
import conclave.config.AccountsConfig.Registration;
import conclave.config.Config;
import conclave.name.AccountName;
import conclave.name.Objection;
import conclave.name.ServiceNames;
import conclave.name.Utf8;
import conclave.room.Reason;
import conclave.room.Refusal;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes accounts, as far as the configuration lets anybody. On the loop of its verticle. */
final class Registrations {
  private static final Set<String> SERVICES =
      ServiceNames.all().stream().map(Skeleton::of).collect(Collectors.toSet());

  private final Config config;
  private final AccountStore store;
  private final CodeStore codes;
  private final HashPool hashes;

  /** A refusal, or what was made. */
  record Made<T>(Optional<Refusal> refusal, Optional<T> thing) {
    static <T> Made<T> of(T thing) {
      return new Made<>(Optional.empty(), Optional.of(thing));
    }

    static <T> Made<T> refused(Refusal refusal) {
      return new Made<>(Optional.of(refusal), Optional.empty());
    }
  }

  Registrations(Config config, AccountStore store, CodeStore codes, HashPool hashes) {
    this.config = config;
    this.store = store;
    this.codes = codes;
    this.hashes = hashes;
  }

  /** Does the name look like one that the server keeps for itself? */
  static boolean isServiceLike(String name) {
    return SERVICES.contains(Skeleton.of(name));
  }

  /**
   * Makes an account, with an invitation where the configuration wants one. The invitation is
   * looked at first: nothing is hashed for who has none that is good, and nobody else is told which
   * names are taken. Where nobody may register, the first administrator may all the same.
   */
  Future<Made<AccountName>> register(AuthRequest.Register wanted) {
    if (wanted.invitation().isEmpty()) {
      return config.accounts().registration() == Registration.OPEN
          ? make(wanted, Optional.empty())
          : Future.succeededFuture(Made.refused(no(Reason.NEEDS_INVITATION)));
    }
    String code = OneTimeCode.hash(wanted.invitation().get());
    return codes
        .invitation(code, System.currentTimeMillis())
        .compose(
            found ->
                found.filter(this::isGood).isPresent()
                    ? make(wanted, Optional.of(code))
                    : Future.succeededFuture(Made.refused(no(Reason.BAD_INVITATION))));
  }

  private Refusal no(Reason otherwise) {
    return Refusal.of(isClosed() ? Reason.REGISTRATION_CLOSED : otherwise);
  }

  private boolean isGood(Invitation invitation) {
    return invitation.makesAdmin() || !isClosed();
  }

  private boolean isClosed() {
    return config.accounts().registration() == Registration.CLOSED;
  }

  private Future<Made<AccountName>> make(AuthRequest.Register wanted, Optional<String> code) {
    HashPool.Comer comer = code.isPresent() ? HashPool.Comer.STRANGER : HashPool.Comer.NEWCOMER;
    return unless(
        objection(wanted.account(), wanted.password()),
        () ->
            derive(wanted.password(), comer)
                .compose(
                    verifier ->
                        create(
                            Account.fresh(
                                AccountName.parse(wanted.account()).orElseThrow(),
                                verifier,
                                AccountRole.MEMBER,
                                System.currentTimeMillis()),
                            code)));
  }

  /** What stands against an account that an invitation, which is still to come, would make. */
  Future<Optional<Refusal>> objection(AuthRequest.Prepare wanted) {
    return isClosed()
        ? Future.succeededFuture(Optional.of(Refusal.of(Reason.REGISTRATION_CLOSED)))
        : objection(wanted.account(), wanted.password());
  }

  /** Makes an account because an administrator says so. */
  Future<Made<AccountName>> add(AccountName name, String password, AccountRole role) {
    return unless(
        objection(name.text(), password),
        () ->
            derive(password, HashPool.Comer.AT_HOME)
                .compose(
                    verifier ->
                        create(
                            Account.fresh(name, verifier, role, System.currentTimeMillis()),
                            Optional.empty())));
  }

  private static <T> Future<Made<T>> unless(
      Future<Optional<Refusal>> objection, Supplier<Future<Made<T>>> otherwise) {
    return objection.compose(
        no ->
            no.map(refusal -> Future.succeededFuture(Made.<T>refused(refusal)))
                .orElseGet(otherwise));
  }

  /** What stands against an account with that name and password. */
  private Future<Optional<Refusal>> objection(String account, String password) {
    Optional<AccountName> name =
        AccountName.parse(account)
            .filter(n -> Utf8.length(n.text()) <= config.limits().nickLength())
            .filter(n -> !isServiceLike(n.text()));
    if (name.isEmpty()) {
      return Future.succeededFuture(Optional.of(Refusal.of(Reason.BAD_ACCOUNT_NAME, account)));
    }
    Optional<Reason> objection =
        config.server().casemapping().objection(name.get().text()).map(Registrations::reason);
    if (objection.isPresent()) {
      return Future.succeededFuture(Optional.of(Refusal.of(objection.get(), account)));
    }
    if (Passwords.acceptable(password).isEmpty()) {
      return Future.succeededFuture(Optional.of(Refusal.of(Reason.BAD_PASSWORD)));
    }
    return store.findAlike(name.get()).map(other -> other.map(taken -> taken(name.get(), taken)));
  }

  private static Reason reason(Objection objection) {
    return objection == Objection.NOT_ASCII
        ? Reason.ACCOUNT_NOT_ASCII
        : Reason.ACCOUNT_MIXES_SCRIPTS;
  }

  private static Refusal taken(AccountName name, AccountName by) {
    boolean isSame = name.key().equals(by.key());
    return Refusal.of(isSame ? Reason.ACCOUNT_EXISTS : Reason.ACCOUNT_LOOKS_ALIKE, name.text());
  }

  /** What is kept of a password that is acceptable. */
  Future<Verifier> derive(String password, HashPool.Comer comer) {
    String text = Passwords.acceptable(password).orElseThrow();
    return hashes.run(() -> Verifier.of(text, config.accounts().pbkdf2Iterations()), comer);
  }

  private Future<Made<AccountName>> create(Account account, Optional<String> code) {
    Future<AccountStore.Outcome> outcome =
        code.isPresent()
            ? store.register(account, code.get(), account.created())
            : store.register(account);
    return outcome.map(became -> created(account.name(), became));
  }

  private static Made<AccountName> created(AccountName name, AccountStore.Outcome outcome) {
    return switch (outcome) {
      case EXISTS -> Made.refused(Refusal.of(Reason.ACCOUNT_EXISTS, name.text()));
      case LOOKS_LIKE_ANOTHER -> Made.refused(Refusal.of(Reason.ACCOUNT_LOOKS_ALIKE, name.text()));
      case BAD_INVITATION -> Made.refused(Refusal.of(Reason.BAD_INVITATION));
      case CREATED -> Made.of(name);
    };
  }
}
