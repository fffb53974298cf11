package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conclave.account.Account;
import conclave.account.AccountRole;
import conclave.account.Fingerprint;
import conclave.account.OneTimeCode;
import conclave.account.ResumeToken;
import conclave.account.Session;
import conclave.account.Verifier;
import conclave.name.AccountName;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key of an embedded store is changed. */
class RekeyTest {
  private static final int MANY = 20_000;
  private static final long LATER = 4_000_000_000_000L;
  private static final AccountName ALICE = new AccountName("alice");
  private static final Fingerprint SHOWN = new Fingerprint("ab".repeat(32));
  private static final String CODE = OneTimeCode.hash("AAAAA-BBBBB-CCCCC");

  private final Vertx vertx = Vertx.vertx();
  @TempDir Path path;
  private Folder folder;

  @BeforeEach
  void useTheFolder() {
    folder = new Folder(vertx, path);
  }

  @AfterEach
  void closeVertx() {
    vertx.close().await();
  }

  private void fill(int events) {
    Store store = folder.open();
    long[] seqs = LongStream.rangeClosed(1, events).toArray();
    store.roomLog().append(Events.append("#room", 7, seqs)).await();
    store.close().await();
  }

  private int messages() {
    Store store = folder.open();
    int count = store.history().messages("#room", Long.MAX_VALUE, MANY * 2).await().size();
    store.close().await();
    return count;
  }

  @Test
  void theOldKeyOpensNothingAfterwards() throws Exception {
    fill(1_200);
    String old = Files.readString(folder.key());
    assertThat(folder.rekey().await()).isEqualTo(new Rekey.Result(1_200, 0));
    assertThat(folder.sealing().hasSeveralKeys()).isFalse();
    assertThat(messages()).isEqualTo(1_200);
    Files.writeString(folder.key(), old);
    assertThatThrownBy(folder::open).hasMessageContaining("is not the key with which");
  }

  @Test
  void whatPeopleSayOfThemselvesIsSealedAnew() throws Exception {
    Store before = folder.open();
    before.metadata().put("alice", "avatar", Optional.of("picture"), outcome -> {}).await();
    before.close().await();
    assertThat(folder.rekey().await()).isEqualTo(new Rekey.Result(1, 0));
    Store after = folder.open();
    assertThat(after.metadata().of("alice").await()).containsEntry("avatar", "picture");
    after.close().await();
  }

  @Test
  void itIsRefusedWhileAServerRuns() throws Exception {
    Store store = folder.open();
    String before = Files.readString(folder.key());
    assertThatThrownBy(() -> folder.rekey().await())
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("another Conclave server uses the data folder");
    assertThat(Files.readString(folder.key())).isEqualTo(before);
    store.close().await();
  }

  @Test
  void aFolderWithoutAStoreIsLeftAlone() {
    Folder none = new Folder(vertx, path.resolve("none"));
    assertThatThrownBy(() -> none.rekey().await())
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("there is no store in");
    assertThat(none.path()).doesNotExist();
  }

  @Test
  void aDamagedRowIsLeftAsItIs() {
    fill(3);
    folder.tamper("UPDATE event SET time = time + 1 WHERE seq = 2");
    assertThat(folder.rekey().await()).isEqualTo(new Rekey.Result(2, 1));
    assertThat(messages()).isEqualTo(2);
  }

  @Test
  @Timeout(180)
  void aKilledOneLosesNothingAndIsFinishedByTheNext() throws Exception {
    fill(MANY);
    killAfter(2_000, 4_000);
    assertThat(folder.sealing().hasSeveralKeys()).isTrue();
    assertThat(messages()).isEqualTo(MANY);
    assertThat(folder.rekey().await().rows()).isBetween(1L, MANY - 2_000L);
    assertThat(folder.sealing().hasSeveralKeys()).isFalse();
    assertThat(messages()).isEqualTo(MANY);
  }

  /** After the rooms, the accounts, the sessions and the certificates. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 3, 4})
  @Timeout(60)
  void whatAnAccountHasIsUsableAfterAKillAndAfterTheEnd(long rows) throws Exception {
    fill(3);
    ResumeToken token = new ResumeToken(7, Verifier.of("token", 1), LATER);
    Store store = folder.open();
    Account alice = Account.fresh(ALICE, Verifier.of("secret", 1), AccountRole.MEMBER, 1);
    store.accounts().register(alice).await();
    store.sessions().keep(session(1)).await();
    store.sessions().keep(session(2)).await();
    store.sessions().setToken(ALICE, 2, token).await();
    store.certificates().add(ALICE, SHOWN, 1).await();
    store.codes().addCode(ALICE, CODE, LATER).await();
    store.close().await();
    killAfter(rows, rows);
    assertThat(folder.sealing().hasSeveralKeys()).isTrue();
    expectAll(alice, token);
    assertThat(folder.rekey().await().unreadable()).isZero();
    assertThat(folder.sealing().hasSeveralKeys()).isFalse();
    expectAll(alice, token);
    Store last = folder.open();
    assertThat(last.sessions().useToken(ALICE, 2, token.id()).await()).isTrue();
    assertThat(last.codes().useCode(ALICE, CODE, 1).await()).isTrue();
    last.close().await();
  }

  private static Session session(int number) {
    return new Session(
        ALICE, number, Optional.of("phone"), "::1", "irc", 1, 1, LATER, Optional.empty());
  }

  private void expectAll(Account alice, ResumeToken token) {
    Store store = folder.open();
    assertThat(store.accounts().find(ALICE).await()).contains(alice);
    assertThat(store.sessions().of(ALICE).await())
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo(session(1)),
            second -> assertThat(second.token()).contains(token));
    assertThat(store.certificates().ownerOf(SHOWN).await()).contains(ALICE);
    assertThat(store.history().messages("#room", Long.MAX_VALUE, 9).await()).hasSize(3);
    store.close().await();
  }

  private void killAfter(long rows, long most) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                RekeyUntilKilled.class.getName(),
                path.toString(),
                Long.toString(most))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (Long.parseLong(line) >= rows) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    process.waitFor();
  }
}
