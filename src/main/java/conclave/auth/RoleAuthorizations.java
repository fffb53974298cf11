package conclave.auth;

import conclave.account.Account;
import conclave.account.AccountRole;
import conclave.bus.Ranked;
import conclave.config.Config;
import conclave.name.AccountName;
import conclave.name.CaseFold;
import io.vertx.core.Future;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authorization.Authorization;
import io.vertx.ext.auth.authorization.AuthorizationProvider;
import io.vertx.ext.auth.authorization.PermissionBasedAuthorization;
import io.vertx.ext.auth.authorization.RoleBasedAuthorization;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an account may do: its role and that role's rights, as Vert.x authorizations. */
final class RoleAuthorizations implements AuthorizationProvider {
  private static final String ID = "accounts";

  private final Candidates candidates;
  private final Config config;

  RoleAuthorizations(Candidates candidates, Config config) {
    this.candidates = candidates;
    this.config = config;
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Future<Void> getAuthorizations(User user) {
    return candidates
        .account(user.subject())
        .map(
            found ->
                found
                    .filter(account -> account.isEnabled())
                    .map(account -> roleOf(account.name(), account.role()))
                    .orElse(AccountRole.MEMBER))
        .map(
            role -> {
              user.authorizations().put(ID, authorizations(role));
              return null;
            });
  }

  /** The role that an account has now; nothing where there is none that may log in. */
  Future<Optional<Ranked>> of(String account) {
    return candidates
        .account(account)
        .map(
            found ->
                found
                    .filter(Account::isEnabled)
                    .map(one -> new Ranked(one.name(), roleOf(one.name(), one.role()))));
  }

  private static Set<Authorization> authorizations(AccountRole role) {
    Stream<Authorization> rights =
        role.rights().stream()
            .map(right -> PermissionBasedAuthorization.create(right.permission()));
    return Stream.concat(Stream.of(RoleBasedAuthorization.create(role.text())), rights)
        .collect(Collectors.toSet());
  }

  /** The role of a user whose authorizations were got. */
  static AccountRole roleIn(User user) {
    return Arrays.stream(AccountRole.values())
        .filter(role -> RoleBasedAuthorization.create(role.text()).match(user))
        .findFirst()
        .orElse(AccountRole.MEMBER);
  }

  /** The account's own role, or the one that the configuration gives it where that is higher. */
  AccountRole roleOf(AccountName name, AccountRole own) {
    return config.operators().stream()
        .filter(operator -> CaseFold.fold(operator.account()).equals(name.key()))
        .map(operator -> AccountRole.valueOf(operator.role().name()))
        .reduce(own, AccountRole::or);
  }
}
