package conclave;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.account.Account;
import conclave.account.AccountRole;
import conclave.account.OneTimeCode;
import conclave.account.Verifier;
import conclave.auth.AccountStore.Outcome;
import conclave.config.StoreConfig;
import conclave.name.AccountName;
import conclave.store.Store;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstCodeTest {
  private final Vertx vertx = Vertx.vertx();
  @TempDir private Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(vertx, new StoreConfig("embedded", Optional.empty()), folder, 100).await();
  }

  @AfterEach
  void close() {
    store.close().await();
    vertx.close().await();
  }

  private Optional<String> code(boolean isNode) {
    return FirstCode.of(store.accounts(), store.codes(), isNode).await();
  }

  private Outcome register(String name, String code) {
    Account account =
        Account.fresh(new AccountName(name), Verifier.of("secret", 1), AccountRole.MEMBER, 1);
    return store.accounts().register(account, OneTimeCode.hash(code), 1).await();
  }

  @Test
  void ofAServerThatIsAloneTheLastCodeIsGood() {
    String before = code(false).orElseThrow();
    String now = code(false).orElseThrow();
    assertThat(register("alice", before)).isEqualTo(Outcome.BAD_INVITATION);
    assertThat(register("alice", now)).isEqualTo(Outcome.CREATED);
    assertThat(code(false)).isEmpty();
  }

  @Test
  void ofSeveralNodesWhatEachShowsIsGoodUntilThereIsAnAccount() {
    String one = code(true).orElseThrow();
    String two = code(true).orElseThrow();
    assertThat(register("alice", one)).isEqualTo(Outcome.CREATED);
    assertThat(register("mallory", two)).isEqualTo(Outcome.BAD_INVITATION);
    assertThat(code(true)).isEmpty();
  }
}
