package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration is read again while the server runs. */
class ReloadTest {
  private static final String BOSS = "operators: [{account: boss, role: admin}]\n";

  @TempDir Path folder;

  private Path file;
  private RunningServer server;
  private Peer boss;

  @BeforeEach
  void start() throws IOException {
    file = folder.resolve("conclave.yaml");
    write("");
    server = RunningServer.configured(folder.resolve("data"), file);
    boss = server.door().newIrc("boss");
  }

  @AfterEach
  void stop() {
    boss.close();
    server.close();
  }

  private void write(String yaml) throws IOException {
    Files.writeString(file, BOSS + yaml);
  }

  private void rehash() {
    boss.send("REHASH");
    boss.await(":conclave.local 382 boss conclave.yaml :Rehashing");
  }

  private void done() {
    boss.expect(":conclave.local NOTE REHASH DONE :The configuration was read again: done");
  }

  private void inEffect(String key) {
    boss.expect(
        ":conclave.local NOTE REHASH CHANGED " + key + " :" + key + ": changed, and in effect");
  }

  @Test
  void onlyAdministratorsMay() {
    Peer eve = server.door().newIrc("eve");
    eve.send("REHASH");
    eve.expect(":conclave.local 481 eve *");
    Peer pia = server.door().newPlain("pia");
    pia.send("/rehash");
    pia.expect("*administrator*");
    eve.close();
    pia.close();
  }

  @Test
  void nothingChangesWhereNothingWasChanged() {
    rehash();
    boss.expect(
        ":conclave.local NOTE REHASH DONE :The configuration was read again: nothing changed");
  }

  @Test
  void theMessageOfTheDayIsTheNewOneAlsoWhereOnlyItsFileChanged() throws IOException {
    Path motd = Files.writeString(folder.resolve("motd.txt"), "first\n");
    write("server: {motd: motd.txt}\n");
    rehash();
    inEffect("server.motd");
    done();
    boss.send("MOTD");
    boss.await(":conclave.local 372 boss :- first");
    boss.await(":conclave.local 376 *");
    Files.writeString(motd, "second\n");
    rehash();
    inEffect("server.motd");
    done();
    boss.send("MOTD");
    boss.await(":conclave.local 372 boss :- second");
    boss.await(":conclave.local 376 *");
    Files.write(motd, new byte[] {(byte) 0xff, '\n'});
    rehash();
    boss.expect(":conclave.local FAIL REHASH MISTAKE :server.motd: " + motd + " is not UTF-8");
    boss.expect(":conclave.local FAIL REHASH KEPT :Nothing was changed");
  }

  @Test
  void limitsHoldAtOnceAndThoseWhoAreInAreToldOfThem() throws IOException {
    Peer ann = server.door().newIrc("ann");
    Peer pia = server.door().newPlain("pia");
    write("limits: {monitor: 1, topic-length: 60}\nrooms: {max-per-user: 2}\n");
    rehash();
    inEffect("rooms.max-per-user");
    inEffect("limits.topic-length");
    inEffect("limits.monitor");
    done();
    ann.expect(":conclave.local 005 ann CHANLIMIT=#:2 MONITOR=1 TOPICLEN=60 :*");
    ann.send("MONITOR + boss,pia");
    ann.await(":conclave.local 734 ann 1 pia *");
    ann.send("JOIN #a,#b,#c");
    ann.await(":conclave.local 405 ann #c *");
    pia.expectNothingMore();
    ann.close();
    pia.close();
  }

  @Test
  void whoSendsTooFastIsHeldBackByTheNewRate() throws IOException {
    Peer ann = server.door().newIrc("ann");
    write("limits: {waiting-lines: 10}\n");
    rehash();
    inEffect("limits.waiting-lines");
    done();
    ann.send("PING x\r\n".repeat(200).strip());
    ann.await("ERROR :Excess Flood");
  }

  @Test
  void aMistakeKeepsTheOldConfigurationAndIsNamed() throws IOException {
    write("server: {network: Other}\nlimits: {burst: many, monitor: 7}\n");
    rehash();
    boss.expect(
        ":conclave.local FAIL REHASH MISTAKE :"
            + file
            + ":3: limits.burst: \"many\" is not a whole number from 1 to 1000000");
    boss.expect(":conclave.local FAIL REHASH KEPT :Nothing was changed");
    boss.send("VERSION");
    boss.await(":conclave.local 005 boss * MONITOR=100 *");
  }

  @Test
  void whatNeedsARestartIsNamedEachTimeAndTheRestIsInEffect() throws IOException {
    write("server: {name: other.example, network: Other}\n");
    for (int i = 0; i < 2; i++) {
      rehash();
      if (i == 0) {
        inEffect("server.network");
      }
      boss.expect(
          ":conclave.local NOTE REHASH RESTART server.name :server.name: changed, and needs a"
              + " restart");
      done();
    }
  }

  @Test
  void aPersonIsToldInSentences() throws IOException {
    boss.close();
    boss = server.door().plain("boss");
    boss.send("/rehash");
    boss.expect("The configuration was read again: nothing changed.");
    write("server: {name: other.example, network: Other}\nlimits: {ping: 7s}\n");
    boss.send("/rehash");
    boss.expect("The configuration was read again.");
    boss.expect("Changed, and in effect: server.network, limits.ping.");
    boss.expect("Changed, and needs a restart: server.name.");
    write("limits: {bust: 7}\n");
    boss.send("/rehash");
    boss.expect("Nothing was changed, because of a mistake in the configuration:");
    boss.expect(file + ":2: limits.bust: *burst*");
  }

  @Test
  void whoIsAnOperatorIsOneAtOnceAndNoLongerAtOnce() throws IOException {
    Peer ann = server.door().newIrc("ann");
    Files.writeString(file, "operators: [{account: ann, role: admin}]\n");
    rehash();
    inEffect("operators");
    done();
    ann.send("REHASH");
    ann.await(":conclave.local 382 ann *");
    boss.send("REHASH");
    boss.await(":conclave.local 481 boss *");
    ann.close();
  }

  @Test
  void secretsAreNeverShown() throws IOException {
    write("server: {password: one-sesame}\n");
    rehash();
    inEffect("server.password");
    done();
    write("server: {password: [other-sesame]}\n");
    rehash();
    assertThat(boss.readUntil(":conclave.local FAIL REHASH KEPT *"))
        .noneMatch(line -> line.contains("sesame"))
        .anyMatch(line -> line.contains("server.password: (secret) is not "));
  }
}
