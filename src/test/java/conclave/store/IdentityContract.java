package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.account.Account;
import conclave.account.AccountRole;
import conclave.account.AccountStatus;
import conclave.account.Fingerprint;
import conclave.account.OneTimeCode;
import conclave.account.ResumeToken;
import conclave.account.Session;
import conclave.account.Verifier;
import conclave.auth.AccountStore.Change;
import conclave.auth.AccountStore.Outcome;
import conclave.name.AccountName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What both stores promise of sessions, certificates, codes, roles and states of accounts. */
abstract class IdentityContract extends AccountContract {
  private static final long NOW = 1_800_000_000_000L;
  private static final AccountName ALICE = new AccountName("alice");
  private static final AccountName BOB = new AccountName("bob");
  private static final Fingerprint SHOWN = new Fingerprint("ab".repeat(32));
  private static final String CODE = OneTimeCode.hash("AAAAA-BBBBB-CCCCC");

  private void people() {
    add(ALICE, AccountRole.ADMIN);
    add(BOB, AccountRole.MEMBER);
  }

  private void add(AccountName name, AccountRole role) {
    Account account = Account.fresh(name, Verifier.of("secret", 1), role, NOW);
    assertThat(accounts.register(account).await()).isEqualTo(Outcome.CREATED);
  }

  private static Session session(int number, String device) {
    return new Session(
        ALICE,
        number,
        Optional.of(device),
        "2001:db8::1",
        "irc",
        NOW,
        NOW,
        NOW + 9,
        Optional.empty());
  }

  private static Session with(Session session, ResumeToken token) {
    return new Session(
        session.account(),
        session.number(),
        session.device(),
        session.address(),
        session.client(),
        session.created(),
        session.seen(),
        token.expires(),
        Optional.of(token));
  }

  @Test
  void aSessionIsKeptAndItsTokenUsedOnce() {
    people();
    ResumeToken token = new ResumeToken(7, Verifier.of("token", 1), NOW + 20);
    sessions.keep(session(2, "phone")).await();
    sessions.keep(session(1, "desk")).await();
    assertThat(sessions.of(ALICE).await()).containsExactly(session(1, "desk"), session(2, "phone"));
    assertThat(sessions.of(BOB).await()).isEmpty();
    sessions.setToken(ALICE, 2, token).await();
    sessions.setToken(ALICE, 3, token).await();
    assertThat(sessions.of(ALICE).await())
        .containsExactly(session(1, "desk"), with(session(2, "phone"), token));
    sessions.keep(session(2, "tablet")).await();
    assertThat(sessions.of(ALICE).await().get(1).token()).contains(token);
    assertThat(sessions.useToken(ALICE, 2, 8).await()).isFalse();
    assertThat(sessions.useToken(BOB, 2, 7).await()).isFalse();
    assertThat(sessions.useToken(ALICE, 2, 7).await()).isTrue();
    assertThat(sessions.useToken(ALICE, 2, 7).await()).isFalse();
    assertThat(sessions.of(ALICE).await()).hasSize(2).allMatch(s -> s.token().isEmpty());
  }

  @Test
  void aSessionEndsOrExpires() {
    people();
    sessions.keep(session(1, "desk")).await();
    sessions.keep(session(2, "phone")).await();
    sessions.keep(session(3, "tablet")).await();
    sessions.end(ALICE, Set.of(1, 4)).await();
    sessions.see(ALICE, Set.of(1, 3), NOW + 5, NOW + 30).await();
    sessions.expire(NOW + 9).await();
    assertThat(sessions.of(ALICE).await())
        .containsExactly(session(3, "tablet").seenAt("2001:db8::1", "irc", NOW + 5, NOW + 30));
  }

  @Test
  void aCertificateIsOneAccounts() {
    people();
    assertThat(certificates.add(ALICE, SHOWN, NOW).await()).isTrue();
    assertThat(certificates.add(BOB, SHOWN, NOW).await()).isFalse();
    assertThat(certificates.ownerOf(SHOWN).await()).contains(ALICE);
    assertThat(certificates.of(ALICE).await()).isEqualTo(List.of(SHOWN));
    assertThat(certificates.remove(BOB, SHOWN).await()).isFalse();
    assertThat(certificates.remove(ALICE, SHOWN).await()).isTrue();
    assertThat(certificates.ownerOf(SHOWN).await()).isEmpty();
  }

  @Test
  void aCodeIsUsedOnceByItsAccountInTime() {
    people();
    codes.addCode(ALICE, CODE, NOW).await();
    assertThat(codes.useCode(BOB, CODE, NOW - 1).await()).isFalse();
    assertThat(codes.useCode(ALICE, CODE, NOW).await()).isFalse();
    assertThat(codes.useCode(ALICE, CODE, NOW - 1).await()).isTrue();
    assertThat(codes.useCode(ALICE, CODE, NOW - 1).await()).isFalse();
  }

  @Test
  void aChangedPasswordForgetsTheCode() {
    people();
    codes.addCode(ALICE, CODE, NOW).await();
    accounts.changeVerifier(BOB, Verifier.of("other", 1)).await();
    accounts.raiseVerifier(ALICE, Verifier.of("secret", 2)).await();
    accounts.changeVerifier(ALICE, Verifier.of("other", 1)).await();
    assertThat(codes.useCode(ALICE, CODE, NOW - 1).await()).isFalse();
  }

  @Test
  void theLastAdministratorStays() {
    people();
    assertThat(accounts.changeRole(ALICE, AccountRole.MEMBER, true).await())
        .isEqualTo(Change.LAST_ADMIN);
    assertThat(accounts.changeStatus(ALICE, AccountStatus.DISABLED, true).await())
        .isEqualTo(Change.LAST_ADMIN);
    accounts.changeRole(BOB, AccountRole.ADMIN, false).await();
    assertThat(accounts.changeRole(ALICE, AccountRole.MEMBER, true).await()).isEqualTo(Change.DONE);
  }

  @Test
  void whereThereIsNoAdministratorOthersCanBeDisabled() {
    people();
    accounts.changeRole(ALICE, AccountRole.MEMBER, false).await();
    assertThat(accounts.changeStatus(BOB, AccountStatus.DISABLED, true).await())
        .isEqualTo(Change.DONE);
  }

  @Test
  void aDeletedAccountLeavesItsNameAlone() {
    people();
    sessions.keep(new Session(BOB, 1, Optional.empty(), "a", "irc", 1, 1, 9, Optional.empty()));
    certificates.add(BOB, SHOWN, NOW).await();
    codes.addCode(BOB, CODE, NOW).await();
    assertThat(accounts.changeStatus(BOB, AccountStatus.DELETED, true).await())
        .isEqualTo(Change.DONE);
    assertThat(accounts.changeStatus(BOB, AccountStatus.ENABLED, false).await())
        .isEqualTo(Change.NO_SUCH_ACCOUNT);
    assertThat(sessions.of(BOB).await()).isEmpty();
    assertThat(certificates.ownerOf(SHOWN).await()).isEmpty();
    assertThat(codes.useCode(BOB, CODE, NOW - 1).await()).isFalse();
    Account again = Account.fresh(BOB, Verifier.of("secret", 1), AccountRole.MEMBER, NOW);
    assertThat(accounts.register(again).await()).isEqualTo(Outcome.EXISTS);
  }

  @Test
  void sessionsTokensAndCertificatesAreReadWithANewKey() {
    people();
    ResumeToken token = new ResumeToken(7, Verifier.of("token", 1), NOW + 20);
    sessions.keep(session(1, "desk")).await();
    sessions.keep(session(2, "phone")).await();
    sessions.setToken(ALICE, 2, token).await();
    certificates.add(ALICE, SHOWN, NOW).await();
    store.close().await();
    assertThat(rekey().await()).isEqualTo(new Rekey.Result(5, 0));
    openAgain();
    useAccounts();
    assertThat(sessions.of(ALICE).await())
        .containsExactly(session(1, "desk"), with(session(2, "phone"), token));
    assertThat(certificates.ownerOf(SHOWN).await()).contains(ALICE);
  }
}
