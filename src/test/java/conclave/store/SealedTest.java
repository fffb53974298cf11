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
import conclave.config.StoreConfig;
import conclave.name.AccountName;
import conclave.name.Mask;
import conclave.name.RoomName;
import conclave.room.Event;
import conclave.room.Event.Said;
import conclave.room.Event.TopicChanged;
import conclave.room.ListEntry;
import conclave.room.Mode;
import conclave.room.Modes;
import conclave.room.RoomState;
import conclave.room.SayKind;
import conclave.room.Topic;
import conclave.shard.RoomLog.Append;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody gets who has the database, and what happens to who changes it. */
class SealedTest {
  private static final RoomName ROOM = new RoomName("#room");
  private static final Verifier VERIFIER = Verifier.of("needle-password", 2);
  private static final List<String> NEEDLES =
      List.of(
          "needle-text",
          "needle-topic",
          "needle-key",
          "needle-mask",
          "needle-password",
          "needle-status",
          "needle-device",
          "needle-client",
          "2001:db8::beef",
          "NEEDL-ECODE-AAAAA");
  private static final Verifier TOKEN = Verifier.of("needle-token", 2);
  private static final Fingerprint SHOWN = new Fingerprint("7a19".repeat(16));

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

  private static void fill(Store store) {
    Account alice = Account.fresh(new AccountName("Alice"), VERIFIER, AccountRole.MEMBER, 1);
    store.accounts().register(alice).await();
    identify(store, alice.name());
    Modes modes = new Modes(Set.of(Mode.SECRET), Optional.of("needle-key"), 0);
    Optional<Topic> topic = Optional.of(new Topic("needle-topic", "alice", 5));
    List<ListEntry> bans = List.of(new ListEntry(Mode.BAN, Mask.of("needle-mask"), "alice", 5));
    RoomState state = new RoomState(ROOM, 1, topic, modes, bans, Map.of());
    List<Event> events =
        List.of(
            new TopicChanged(Events.stamp(7, 1), ROOM, Events.ALICE, "needle-topic"),
            new Said(Events.stamp(7, 2), ROOM, Events.ALICE, SayKind.PRIVMSG, "needle-text"));
    store.roomLog().append(new Append("#room", 7, Optional.of(state), events)).await();
    store.metadata().put("alice", "status", Optional.of("needle-status"), done -> {}).await();
    for (int seq = 3; seq <= 6; seq++) {
      store.roomLog().append(Events.append("#room", 7, seq)).await();
    }
  }

  private static void identify(Store store, AccountName alice) {
    Optional<String> device = Optional.of("needle-device");
    store
        .sessions()
        .keep(
            new Session(
                alice, 1, device, "2001:db8::beef", "needle-client", 1, 1, 9, Optional.empty()))
        .await();
    store.sessions().setToken(alice, 1, new ResumeToken(7, TOKEN, 9)).await();
    store.certificates().add(alice, SHOWN, 1).await();
    store.codes().addCode(alice, OneTimeCode.hash("NEEDL-ECODE-AAAAA"), 9).await();
  }

  private void fillAndClose() {
    Store store = folder.open();
    fill(store);
    store.close().await();
  }

  private static List<Long> sequences(Store store) {
    return store.history().messages("#room", Long.MAX_VALUE, 100).await().stream()
        .map(event -> event.stamp().seq())
        .toList();
  }

  private void assertNothingIsFound() throws IOException {
    List<byte[]> needles =
        Stream.of(
                NEEDLES.stream().map(needle -> needle.getBytes(StandardCharsets.UTF_8)),
                Stream.of(VERIFIER.salt(), VERIFIER.storedKey(), VERIFIER.serverKey()),
                Stream.of(TOKEN.salt(), TOKEN.storedKey(), TOKEN.serverKey()),
                Stream.of(HexFormat.of().parseHex(SHOWN.hex())))
            .flatMap(each -> each)
            .toList();
    for (Path file : folder.stolen()) {
      String content = latin(Files.readAllBytes(file));
      for (byte[] needle : needles) {
        assertThat(forms(needle)).as(file + ": " + latin(needle)).noneMatch(content::contains);
      }
    }
  }

  /** As they are, in hex of both cases and in Base64 of both alphabets. */
  private static List<String> forms(byte[] needle) {
    String hex = HexFormat.of().formatHex(needle);
    int whole = needle.length - needle.length % 3;
    byte[] begin = Arrays.copyOf(needle, whole);
    return List.of(
        latin(needle),
        hex,
        hex.toUpperCase(Locale.ROOT),
        Base64.getEncoder().encodeToString(begin),
        Base64.getUrlEncoder().encodeToString(begin));
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void aThiefOfTheFilesFindsNothing() throws Exception {
    fillAndClose();
    assertThat(folder.stolen()).contains(path.resolve("conclave.db"));
    assertThat(latin(Files.readAllBytes(path.resolve("conclave.db")))).contains("#room", "Alice");
    assertNothingIsFound();
  }

  @Test
  void aThiefOfTheRunningServersFilesFindsNothing() throws Exception {
    Store store = folder.open();
    fill(store);
    Path wal = path.resolve("conclave.db-wal");
    assertThat(latin(Files.readAllBytes(wal))).contains("#room", "Alice");
    assertNothingIsFound();
    store.close().await();
  }

  @Test
  void theKeyIsTheOwnersAlone() throws Exception {
    fillAndClose();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.key())))
        .isEqualTo("rw-------");
  }

  @Test
  void theKeyMayBeElsewhere(@TempDir Path elsewhere) {
    Path key = elsewhere.resolve("key");
    StoreConfig config = new StoreConfig("embedded", Optional.empty(), Optional.of(key));
    Store store = Store.open(vertx, config, path, 100).await();
    fill(store);
    store.close().await();
    assertThat(key).exists();
    assertThat(folder.key()).doesNotExist();
    assertThatThrownBy(folder::open).hasMessageContaining(folder.key() + ", is missing");
  }

  @Test
  void aMissingKeyIsNamedAndNotReplaced() throws Exception {
    folder.open().close().await();
    Path copy = path.resolveSibling("copy");
    Files.move(folder.key(), copy);
    assertThatThrownBy(folder::open)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessage(
            "the key of the store, "
                + folder.key()
                + ", is missing: put it back from its copy, or name another file with store.key");
    assertThat(folder.key()).doesNotExist();
    Files.move(copy, folder.key());
    folder.open().close().await();
  }

  @Test
  void anotherStoresKeyIsRefused() throws Exception {
    fillAndClose();
    Files.writeString(folder.key(), Sealing.fresh().keyset());
    assertThatThrownBy(folder::open)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining(folder.key() + " is not the key with which");
    Files.writeString(folder.key(), "dear diary");
    assertThatThrownBy(folder::open)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining(folder.key() + " can't be read as the key");
    assertThat(Files.readString(folder.key())).isEqualTo("dear diary");
  }

  @Test
  void aStoreWithoutItsCheckGetsNoNewKey() throws Exception {
    fillAndClose();
    folder.tamper("DELETE FROM meta");
    Files.delete(folder.key());
    assertThatThrownBy(folder::open)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("never sealed");
    assertThat(folder.key()).doesNotExist();
  }

  @Test
  void damagedEventsAreLeftOutOfHistoryAndCountedOnce() {
    fillAndClose();
    folder.tamper(
        "UPDATE event SET body = (SELECT body FROM event WHERE seq = 4) WHERE seq = 3",
        "UPDATE event SET body = CAST(substr(body, 1, 20) || x'00' AS BLOB) WHERE seq = 4",
        "UPDATE event SET time = time + 1 WHERE seq = 5");
    Store store = folder.open();
    assertThat(sequences(store)).containsExactly(2L, 6L);
    assertThat(sequences(store)).containsExactly(2L, 6L);
    assertThat(store.figures().unreadable()).isEqualTo(3);
    assertThat(store.roomLog().load("#room").await().orElseThrow().seq()).isEqualTo(6);
    store.close().await();
  }

  @Test
  void aRoomWhoseNameWasAlteredIsUnavailable() {
    fillAndClose();
    folder.tamper("UPDATE place SET key = '#other'");
    Store store = folder.open();
    assertThatThrownBy(() -> store.roomLog().load("#other").await())
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("the state of #other can't be read");
    store.close().await();
  }

  @Test
  void aRoomWhoseStateIsDamagedIsUnavailable() {
    fillAndClose();
    folder.tamper("UPDATE place SET state = x'0102030405060708'");
    Store store = folder.open();
    assertThatThrownBy(() -> store.roomLog().load("#room").await())
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("the state of #room can't be read");
    assertThat(store.roomLog().load("#else").await()).isEmpty();
    store.close().await();
  }

  @Test
  void aVerifierOfSomebodyElseIsRefused() {
    Store store = folder.open();
    fill(store);
    Verifier known = Verifier.of("known", 2);
    store
        .accounts()
        .register(Account.fresh(new AccountName("eve"), known, AccountRole.MEMBER, 1))
        .await();
    store.close().await();
    String eves = "= (SELECT %s FROM account WHERE key = 'eve') WHERE key = 'alice'";
    Stream.of("salt", "stored_key", "server_key")
        .forEach(column -> folder.tamper("UPDATE account SET " + column + eves.formatted(column)));
    Store opened = folder.open();
    assertThatThrownBy(() -> opened.accounts().find(new AccountName("alice")).await())
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("the account alice can't be read");
    assertThat(opened.accounts().find(new AccountName("eve")).await()).isPresent();
    opened.close().await();
  }
}
