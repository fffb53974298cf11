package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conclave.config.StoreConfig;
import conclave.room.Event;
import conclave.room.Role;
import conclave.shard.RoomLog.Append;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What other programs get of a room's log, from either store, while a server has it open. */
abstract class ExportContract extends RetentionContract {
  /** How the store was configured. */
  abstract StoreConfig settings();

  private static Optional<Instant> at(long seq) {
    return Optional.of(Instant.ofEpochMilli(Events.stamp(1, seq).time()));
  }

  private Export opened(String room, Optional<Instant> since, Optional<Instant> until) {
    return Export.open(vertx, settings(), folder(), room, since, until).await();
  }

  private List<JsonObject> exported(Optional<Instant> since, Optional<Instant> until) {
    Export export = opened("#a", since, until);
    List<JsonObject> all = new ArrayList<>();
    for (List<String> page = export.next().await(); !page.isEmpty(); page = export.next().await()) {
      page.forEach(line -> all.add(new JsonObject(line)));
    }
    export.close().await();
    return all;
  }

  private List<Long> positions(Optional<Instant> since, Optional<Instant> until) {
    return exported(since, until).stream().map(json -> json.getLong("position")).toList();
  }

  private void happened(Event... events) {
    log.append(new Append("#a", 1, Optional.empty(), List.of(events))).await();
  }

  @Test
  void anEventIsOneLineWithItsFields() {
    happened(
        Events.joined("#A", 1, 1), Events.said("#A", 1, 2), Events.saidTo(Role.VOICE, "#A", 1, 3));
    List<String> lines = opened("#a", Optional.empty(), Optional.empty()).next().await();
    assertThat(lines)
        .containsExactly(
            "{\"position\":1,\"time\":\"2027-01-15T08:00:00.001Z\",\"msgid\":\"1-1\","
                + "\"kind\":\"join\",\"nick\":\"alice\",\"user\":\"al\",\"host\":\"cloak.example\","
                + "\"account\":\"Alice\",\"room\":\"#A\",\"realname\":\"Alice A.\","
                + "\"roles\":[\"founder\"]}",
            "{\"position\":2,\"time\":\"2027-01-15T08:00:00.002Z\",\"msgid\":\"1-2\","
                + "\"kind\":\"message\",\"nick\":\"alice\",\"user\":\"al\","
                + "\"host\":\"cloak.example\",\"account\":\"Alice\",\"room\":\"#A\","
                + "\"text\":\"message 2\"}",
            "{\"position\":3,\"time\":\"2027-01-15T08:00:00.003Z\",\"msgid\":\"1-3\","
                + "\"kind\":\"message\",\"nick\":\"alice\",\"user\":\"al\","
                + "\"host\":\"cloak.example\",\"account\":\"Alice\",\"room\":\"#A\","
                + "\"audience\":\"voice\",\"text\":\"message 3\"}");
  }

  @Test
  void aLongLogIsWholeAndInOrderAndEndsWhereItDidWhenItWasAskedFor() {
    say("#a", 1, LongStream.rangeClosed(1, 900).toArray());
    say("#a", 1, LongStream.rangeClosed(901, 1_300).toArray());
    say("#b", 2, 1);
    Export export = opened("#a", Optional.empty(), Optional.empty());
    say("#a", 1, 1_301);
    long read = 0;
    for (List<String> page = export.next().await(); !page.isEmpty(); page = export.next().await()) {
      for (String line : page) {
        assertThat(new JsonObject(line).getLong("position")).isEqualTo(++read);
      }
    }
    export.close().await();
    assertThat(read).isEqualTo(1_300);
  }

  @Test
  void aSpanHasItsFirstMomentAndNotItsLast() {
    say("#a", 1, 1, 2, 3, 4, 5);
    assertThat(positions(at(2), at(4))).containsExactly(2L, 3L);
    assertThat(positions(at(4), Optional.empty())).containsExactly(4L, 5L);
    assertThat(positions(Optional.empty(), at(2))).containsExactly(1L);
    assertThat(positions(at(6), Optional.empty())).isEmpty();
    assertThat(positions(Optional.empty(), at(1))).isEmpty();
    assertThat(positions(at(4), at(2))).isEmpty();
  }

  @Test
  void whatWasTakenBackIsAPlaceWithoutAText() {
    say("#a", 1, 1, 2);
    happened(Events.takenBack("#a", 1, 3, 1));
    List<JsonObject> all = exported(Optional.empty(), Optional.empty());
    assertThat(all.get(0).fieldNames()).containsExactly("position", "time", "msgid", "kind");
    assertThat(all.get(0).getString("kind")).isEqualTo("removed");
    assertThat(all.get(2).getString("kind")).isEqualTo("redaction");
    assertThat(all.get(2).getString("of")).isEqualTo("1-1");
  }

  @Test
  void whatCanNotBeReadHidesNothingElse() {
    say("#a", 1, 1, 2, 3);
    tamper("UPDATE event SET time = time + 1 WHERE place = 1 AND seq = 2");
    Export export = opened("#a", Optional.empty(), Optional.empty());
    List<String> lines = export.next().await();
    assertThat(lines).hasSize(3);
    assertThat(new JsonObject(lines.get(1)).getString("kind")).isEqualTo("unreadable");
    assertThat(new JsonObject(lines.get(2)).getString("text")).isEqualTo("message 3");
    assertThat(export.unreadable()).isEqualTo(1);
    export.close().await();
  }

  @Test
  void aRoomThatIsNotThereIsSaid() {
    assertThatThrownBy(() -> opened("#none", Optional.empty(), Optional.empty()))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessage("there is no log of #none");
  }
}
