package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A room in which more is said of oneself than is told at once (IRCv3 metadata §774). */
class MuchMetadataTest {
  private static final int GUESTS = 110;
  private static final int KEYS = 20;
  private static final String LATER = ":* 774 watcher #den 1";

  @TempDir Path folder;

  @Test
  void allOfItIsToldByAskingAgain() {
    try (RunningServer server = RunningServer.start(folder, "accounts.login=optional")) {
      Peer watcher = server.door().newIrc("watcher", "batch", "draft/metadata-2");
      watcher.send("JOIN #den").await(":* 366 *");
      List<Peer> guests = new ArrayList<>();
      for (int i = 0; i < GUESTS; i++) {
        guests.add(comesIn(server.door(), "guest" + i));
      }
      watcher.skipAll();
      assertThat(watcher.ask("METADATA * SUB " + keys()))
          .last()
          .asString()
          .endsWith("774 watcher #den 1");
      Set<String> told = new HashSet<>();
      List<String> answers = watcher.ask("METADATA #den SYNC");
      int parts = 1;
      while (Peer.matches(LATER, answers.get(answers.size() - 1))) {
        assertThat(answers.subList(1, answers.size() - 2)).hasSize(1_000);
        told.addAll(answers);
        answers = watcher.ask("METADATA #den SYNC");
        parts++;
      }
      told.addAll(answers);
      assertThat(parts).isEqualTo(3);
      told.removeIf(line -> !line.contains(" METADATA guest"));
      assertThat(told).hasSize(GUESTS * KEYS);
      // Then it begins anew.
      assertThat(watcher.ask("METADATA #den SYNC"))
          .last()
          .asString()
          .endsWith("774 watcher #den 1");
      guests.forEach(Peer::close);
    }
  }

  private static String keys() {
    StringBuilder keys = new StringBuilder();
    for (int key = 0; key < KEYS; key++) {
      keys.append(" k").append(key);
    }
    return keys.substring(1);
  }

  private static Peer comesIn(Door door, String nick) {
    Peer guest = door.guest(nick);
    for (int key = 0; key < KEYS; key++) {
      guest.send("METADATA * SET k" + key + " :" + nick);
    }
    guest.send("JOIN #den");
    guest.await(":* 366 *");
    return guest;
  }
}
