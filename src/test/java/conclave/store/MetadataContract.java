package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.account.Account;
import conclave.account.AccountRole;
import conclave.account.AccountStatus;
import conclave.account.Verifier;
import conclave.handler.MetadataStore;
import conclave.handler.MetadataStore.Outcome;
import conclave.name.AccountName;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What both stores promise of metadata. */
abstract class MetadataContract extends MarkerContract {
  private Outcome put(String target, String key, String value) {
    return put(target, key, Optional.of(value));
  }

  private Outcome put(String target, String key, Optional<String> value) {
    return store.metadata().put(target, key, value, outcome -> {}).await();
  }

  private Map<String, String> of(String target) {
    return store.metadata().of(target).await();
  }

  @Test
  void whatIsSaidIsKeptUntilItIsTakenBack() {
    assertThat(of("alice")).isEmpty();
    assertThat(put("alice", "avatar", "a")).isEqualTo(Outcome.DONE);
    assertThat(put("alice", "status", "\ud83d\udc9c")).isEqualTo(Outcome.DONE);
    assertThat(put("#alice", "avatar", "room")).isEqualTo(Outcome.DONE);
    assertThat(put("alice", "avatar", "b")).isEqualTo(Outcome.DONE);
    assertThat(of("alice"))
        .containsExactly(Map.entry("avatar", "b"), Map.entry("status", "\ud83d\udc9c"));
    assertThat(put("alice", "avatar", Optional.empty())).isEqualTo(Outcome.DONE);
    assertThat(put("alice", "avatar", Optional.empty())).isEqualTo(Outcome.NOT_SET);
    store.close().await();
    openAgain();
    assertThat(of("alice")).containsExactly(Map.entry("status", "\ud83d\udc9c"));
    assertThat(of("#alice")).containsExactly(Map.entry("avatar", "room"));
    assertThat(store.metadata().clear("alice", keys -> {}).await()).containsExactly("status");
    assertThat(store.metadata().clear("alice", keys -> {}).await()).isEmpty();
    assertThat(of("#alice")).hasSize(1);
  }

  @Test
  void aTargetHasNoMoreKeysThanItMay() {
    for (int i = 0; i < MetadataStore.MAX; i++) {
      assertThat(put("#den", "k" + i, "v")).isEqualTo(Outcome.DONE);
    }
    assertThat(put("#den", "more", "v")).isEqualTo(Outcome.FULL);
    assertThat(put("#den", "k0", "w")).isEqualTo(Outcome.DONE);
    assertThat(of("#den")).hasSize(MetadataStore.MAX).containsEntry("k0", "w");
    assertThat(put("#hall", "more", "v")).isEqualTo(Outcome.DONE);
  }

  @Test
  void changesAreToldInTheirOrder() {
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    List<Future<Outcome>> puts = new ArrayList<>();
    List<String> said = IntStream.range(0, 100).mapToObj(Integer::toString).toList();
    for (String value : said) {
      puts.add(store.metadata().put("alice", "n", Optional.of(value), outcome -> told.add(value)));
    }
    Future.all(puts).await();
    assertThat(told).containsExactlyElementsOf(said);
    assertThat(of("alice")).containsEntry("n", "99");
  }

  @Test
  void aDeletedAccountSaysNothing() {
    AccountName alice = new AccountName("Alice");
    accounts
        .register(Account.fresh(alice, Verifier.of("secret", 1), AccountRole.MEMBER, 1))
        .await();
    put("alice", "avatar", "a");
    put("#alice", "avatar", "room");
    accounts.changeStatus(alice, AccountStatus.DELETED, false).await();
    assertThat(of("alice")).isEmpty();
    assertThat(of("#alice")).hasSize(1);
  }

  @Test
  void whatADeletedAccountSaysAllTheSameIsNotKept() {
    AccountName alice = new AccountName("Alice");
    accounts
        .register(Account.fresh(alice, Verifier.of("secret", 1), AccountRole.MEMBER, 1))
        .await();
    Future<?> deleted = accounts.changeStatus(alice, AccountStatus.DELETED, false);
    assertThat(put("alice", "avatar", "a")).isEqualTo(Outcome.NOT_SET);
    deleted.await();
    assertThat(of("alice")).isEmpty();
  }
}
