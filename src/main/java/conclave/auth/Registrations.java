package conclave.auth;

import conclave.account.OneTimeCode;
import conclave.account.Account;
import conclave.account.Invitation;
import conclave.account.Verifier;
import conclave.bus.AuthAnswer;
import conclave.bus.AuthRequest;
import conclave.config.AccountsConfig.Registration;
import conclave.config.Config;
import conclave.name.AccountName;
import conclave.name.ServiceNames;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes accounts, as far as the configuration lets anybody. On the loop of its verticle. */
final class Registrations {
  private static final Set<String> SERVICES =
      ServiceNames.all().stream().map(Skeleton::of).collect(Collectors.toSet());

  private final Config config;
  private final AccountStore store;
  private final HashPool hashes;

  Registrations(Config config, AccountStore store, HashPool hashes) {
    this.config = config;
    this.store = store;
    this.hashes = hashes;
  }

  /** Does the name look like one that the server keeps for itself? */
  static boolean isServiceLike(String name) {
    return SERVICES.contains(Skeleton.of(name));
  }

  /** Makes an account at once. */
  Future<AuthAnswer> register(AuthRequest.Register wanted) {
    boolean needsCode = config.accounts().registration() != Registration.OPEN;
    if (wanted.invitation().isEmpty() && needsCode) {
      return mayBegin(wanted.account(), wanted.password())
          .map(no -> no.refusal().isPresent() ? no : AuthAnswer.refused(without()));
    }
    return mayBegin(wanted.account(), wanted.password())
        .compose(
            answer ->
                answer.refusal().isPresent()
                    ? Future.succeededFuture(answer)
                    : derive(wanted.password())
                        .compose(
                            v -> create(answer.account().orElseThrow(), v, wanted.invitation())));
  }

  private Reason without() {
    return config.accounts().registration() == Registration.CLOSED
        ? Reason.REGISTRATION_CLOSED
        : Reason.NEEDS_INVITATION;
  }

  /** Derives what an invitation will make an account of; the password is not needed after that. */
  Future<AuthAnswer> prepare(AuthRequest.Prepare wanted) {
    if (config.accounts().registration() == Registration.CLOSED) {
      return Future.succeededFuture(AuthAnswer.refused(Reason.REGISTRATION_CLOSED));
    }
    return mayBegin(wanted.account(), wanted.password())
        .compose(
            answer ->
                answer.refusal().isPresent()
                    ? Future.succeededFuture(answer)
                    : derive(wanted.password()).map(AuthAnswer::secret));
  }

  /** Makes the account that was prepared. */
  Future<AuthAnswer> complete(AuthRequest.Complete wanted) {
    return create(
        new AccountName(wanted.account()), wanted.verifier(), Optional.of(wanted.invitation()));
  }

  /** The name where nothing stands against it and its password; else a refusal. */
  private Future<AuthAnswer> mayBegin(String account, String password) {
    Optional<AccountName> name =
        AccountName.parse(account)
            .filter(n -> n.text().length() <= config.limits().nickLength())
            .filter(n -> !isServiceLike(n.text()));
    if (name.isEmpty()) {
      return Future.succeededFuture(AuthAnswer.refused(Reason.BAD_ACCOUNT_NAME, account));
    }
    if (Passwords.acceptable(password).isEmpty()) {
      return Future.succeededFuture(AuthAnswer.refused(Reason.BAD_PASSWORD));
    }
    return store
        .findBySkeleton(Skeleton.of(account))
        .map(
            other -> other.map(o -> taken(name.get(), o)).orElse(AuthAnswer.is(name.get(), false)));
  }

  private static AuthAnswer taken(AccountName name, AccountName by) {
    boolean isSame = name.key().equals(by.key());
    return AuthAnswer.refused(
        isSame ? Reason.ACCOUNT_EXISTS : Reason.ACCOUNT_LOOKS_ALIKE, name.text());
  }

  private Future<Verifier> derive(String password) {
    String text = Passwords.acceptable(password).orElseThrow();
    return hashes.run(() -> Verifier.of(text, config.accounts().pbkdf2Iterations()));
  }

  private Future<AuthAnswer> create(
      AccountName name, Verifier verifier, Optional<String> invitation) {
    Account account = new Account(name, verifier, false, System.currentTimeMillis());
    Future<AccountStore.Outcome> outcome =
        invitation.isPresent()
            ? store.register(account, OneTimeCode.hash(invitation.get()), account.created())
            : store.register(account);
    return outcome.compose(became -> created(name, became));
  }

  private Future<AuthAnswer> created(AccountName name, AccountStore.Outcome outcome) {
    return switch (outcome) {
      case EXISTS -> Future.succeededFuture(AuthAnswer.refused(Reason.ACCOUNT_EXISTS, name.text()));
      case LOOKS_LIKE_ANOTHER ->
          Future.succeededFuture(AuthAnswer.refused(Reason.ACCOUNT_LOOKS_ALIKE, name.text()));
      case BAD_INVITATION -> Future.succeededFuture(AuthAnswer.refused(Reason.BAD_INVITATION));
      case CREATED ->
          store
              .find(name)
              .map(found -> AuthAnswer.is(name, found.filter(Account::isAdmin).isPresent()));
    };
  }
}
