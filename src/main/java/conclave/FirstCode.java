package conclave;

import conclave.account.Invitation;
import conclave.account.OneTimeCode;
import conclave.auth.AccountStore;
import conclave.auth.CodeStore;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * An empty server has nobody who could invite the first: the console shows a code that makes an
 * administrator.
 */
final class FirstCode {
  private static final long FOREVER = Long.MAX_VALUE;

  private FirstCode() {}

  /**
   * A new code; nothing where there are accounts.
   *
   * @param isNode is this one of several servers? Then those that the others show are good as well,
   *     until there is an account; else older ones are good no more
   */
  static Future<Optional<String>> of(AccountStore accounts, CodeStore codes, boolean isNode) {
    return accounts
        .count()
        .compose(
            count ->
                (count == 0 && isNode ? Future.succeededFuture() : codes.withdrawAdminInvitations())
                    .compose(
                        done ->
                            count > 0 ? Future.succeededFuture(Optional.empty()) : make(codes)));
  }

  private static Future<Optional<String>> make(CodeStore codes) {
    String code = OneTimeCode.newInvitation();
    return codes
        .invite(new Invitation(OneTimeCode.hash(code), true, FOREVER))
        .map(kept -> Optional.of(code));
  }
}
