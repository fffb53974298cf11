package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conclave.account.Account;
import conclave.account.AccountRole;
import conclave.account.Invitation;
import conclave.account.OneTimeCode;
import conclave.account.Verifier;
import conclave.auth.AccountStore;
import conclave.auth.AccountStore.Outcome;
import conclave.auth.CertificateStore;
import conclave.auth.CodeStore;
import conclave.auth.SessionStore;
import conclave.command.ServerBan;
import conclave.command.ServerBan.Kind;
import conclave.name.AccountName;
import conclave.name.RoomName;
import conclave.room.Modes;
import conclave.room.RoomState;
import conclave.shard.RoomLog.Append;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What both stores promise of accounts, beside what they promise of logs. */
abstract class AccountContract extends ErasureContract {
  private static final long NOW = 1_800_000_000_000L;
  private static final String CODE = OneTimeCode.hash("AAAAA-BBBBB-CCCCC-DDDDD");

  AccountStore accounts;
  CodeStore codes;
  SessionStore sessions;
  CertificateStore certificates;

  /** Changes the key of the store. */
  abstract Future<Rekey.Result> rekey();

  @BeforeEach
  void useAccounts() {
    accounts = store.accounts();
    codes = store.codes();
    sessions = store.sessions();
    certificates = store.certificates();
  }

  private static Account account(String name, boolean isAdmin) {
    AccountRole role = isAdmin ? AccountRole.ADMIN : AccountRole.MEMBER;
    return Account.fresh(new AccountName(name), Verifier.of("secret " + name, 1), role, NOW);
  }

  private Optional<Account> found(String name) {
    return accounts.find(new AccountName(name)).await();
  }

  @Test
  void anAccountIsFoundInWhateverCase() {
    Account alice = account("Alice", true);
    assertThat(accounts.register(alice).await()).isEqualTo(Outcome.CREATED);
    assertThat(found("aLICE")).contains(alice);
    assertThat(found("bob")).isEmpty();
    assertThat(accounts.count().await()).isEqualTo(1);
  }

  @Test
  void aNameIsTakenOnce() {
    Account alice = account("Alice", false);
    accounts.register(alice).await();
    assertThat(accounts.register(account("ALICE", true)).await()).isEqualTo(Outcome.EXISTS);
    assertThat(found("alice")).contains(alice);
  }

  @Test
  void anInvitationIsGoodForOneAccount() {
    Invitation made = new Invitation(CODE, false, NOW + 1);
    codes.invite(made).await();
    assertThat(codes.invitation(CODE, NOW).await()).contains(made);
    assertThat(accounts.register(account("alice", true), CODE, NOW).await())
        .isEqualTo(Outcome.CREATED);
    assertThat(codes.invitation(CODE, NOW).await()).isEmpty();
    assertThat(accounts.register(account("bob", false), CODE, NOW).await())
        .isEqualTo(Outcome.BAD_INVITATION);
    assertThat(found("alice").orElseThrow().role()).isEqualTo(AccountRole.MEMBER);
    assertThat(found("bob")).isEmpty();
  }

  @Test
  void anInvitationMayMakeAnAdministrator() {
    codes.invite(new Invitation(CODE, true, NOW + 1)).await();
    accounts.register(account("alice", false), CODE, NOW).await();
    assertThat(found("alice").orElseThrow().role()).isEqualTo(AccountRole.ADMIN);
  }

  @Test
  void anExpiredInvitationIsNoGood() {
    codes.invite(new Invitation(CODE, false, NOW)).await();
    assertThat(codes.invitation(CODE, NOW).await()).isEmpty();
    assertThat(accounts.register(account("alice", false), CODE, NOW).await())
        .isEqualTo(Outcome.BAD_INVITATION);
    assertThat(accounts.count().await()).isZero();
  }

  @Test
  void anInvitationIsNotUsedUpByATakenName() {
    accounts.register(account("alice", false)).await();
    codes.invite(new Invitation(CODE, false, NOW + 1)).await();
    assertThat(accounts.register(account("Alice", false), CODE, NOW).await())
        .isEqualTo(Outcome.EXISTS);
    assertThat(accounts.register(account("bob", false), CODE, NOW).await())
        .isEqualTo(Outcome.CREATED);
  }

  @Test
  void withdrawingTakesAdminInvitationsAlone() {
    String plain = OneTimeCode.hash("plain");
    codes.invite(new Invitation(CODE, true, NOW + 1)).await();
    codes.invite(new Invitation(plain, false, NOW + 1)).await();
    codes.withdrawAdminInvitations().await();
    assertThat(accounts.register(account("alice", false), CODE, NOW).await())
        .isEqualTo(Outcome.BAD_INVITATION);
    assertThat(accounts.register(account("bob", false), plain, NOW).await())
        .isEqualTo(Outcome.CREATED);
  }

  @Test
  void whoHasBecomeTheFirstAdministratorVoidsTheOtherCodesForOne() {
    String other = OneTimeCode.hash("other");
    codes.invite(new Invitation(CODE, true, NOW + 1)).await();
    codes.invite(new Invitation(other, true, NOW + 1)).await();
    assertThat(accounts.register(account("alice", false), CODE, NOW).await())
        .isEqualTo(Outcome.CREATED);
    assertThat(accounts.register(account("bob", false), other, NOW).await())
        .isEqualTo(Outcome.BAD_INVITATION);
    assertThat(found("alice").orElseThrow().role()).isEqualTo(AccountRole.ADMIN);
  }

  @Test
  void aVerifierIsReplaced() {
    accounts.register(account("alice", true)).await();
    Verifier changed = Verifier.of("other", 2);
    assertThat(accounts.changeVerifier(new AccountName("ALICE"), changed).await()).isTrue();
    assertThat(accounts.changeVerifier(new AccountName("bob"), changed).await()).isFalse();
    assertThat(found("alice").orElseThrow().verifier()).isEqualTo(changed);
    assertThat(found("alice").orElseThrow().role()).isEqualTo(AccountRole.ADMIN);
  }

  @Test
  void everythingIsReadWithANewKey() {
    Account alice = account("alice", true);
    accounts.register(alice).await();
    long[] seqs = LongStream.rangeClosed(1, 700).toArray();
    log.append(Events.append("#a", 1, seqs)).await();
    RoomState state = RoomState.fresh(new RoomName("#b"), 1, Modes.INITIAL);
    log.append(new Append("#b", 2, Optional.of(state), List.of())).await();
    assertThatThrownBy(() -> rekey().await()).isInstanceOf(StoreUnavailable.class);
    store.close().await();
    assertThat(rekey().await()).isEqualTo(new Rekey.Result(702, 0));
    openAgain();
    useAccounts();
    assertThat(found("alice")).contains(alice);
    assertThat(store.history().messages("#a", Long.MAX_VALUE, 1_000).await()).hasSize(700);
    assertThat(log.load("#b").await().orElseThrow().state()).contains(state);
  }

  @Test
  void accountsAndAppendsShareTheWriter() {
    log.append(Events.append("#a", 1, 1));
    accounts.register(account("alice", false));
    log.append(Events.append("#a", 1, 2)).await();
    assertThat(found("alice")).isPresent();
    assertThat(store.figures().commits()).isEqualTo(3);
  }

  @Test
  void bansOfTheServerAreKeptUntilTheyAreOver() {
    ServerBan mask = new ServerBan(Kind.MASK, "bob!*@*", "spam é", "alice", NOW, Long.MAX_VALUE);
    ServerBan range = new ServerBan(Kind.ADDRESS, "192.0.2.0/24", "", "alice", NOW + 1, NOW + 10);
    store.bans().put(range).await();
    store.bans().put(new ServerBan(Kind.MASK, "bob!*@*", "x", "y", 1, 2)).await();
    store.bans().put(mask).await();
    assertThat(store.bans().load(NOW + 9).await()).containsExactly(mask, range);
    assertThat(store.bans().load(NOW + 10).await()).containsExactly(mask);
    store.bans().remove(Kind.ADDRESS, "bob!*@*").await();
    assertThat(store.bans().load(NOW).await()).containsExactly(mask);
    store.bans().remove(Kind.MASK, "bob!*@*").await();
    assertThat(store.bans().load(NOW).await()).isEmpty();
  }
}
