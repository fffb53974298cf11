package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is known of either store from beside, while a server has it open. */
abstract class CheckupContract extends ExportContract {
  private Checkup look() {
    return Checkup.of(vertx, settings(), folder()).await().orElseThrow();
  }

  @Test
  void aStoreThatIsOpenIsWell() {
    assertThat(look().newest()).isEmpty();
    say("#a", 1, 1, 2);
    say("#b", 2, 1, 2, 3);
    Checkup found = look();
    assertThat(found.newest()).hasValue(Instant.ofEpochMilli(Events.stamp(2, 3).time()));
    assertThat(found.schema()).isEqualTo("version 20");
    assertThat(found.pending()).isZero();
    assertThat(found.isNewer()).isFalse();
    assertThat(found.isWritable()).isTrue();
    assertThat(found.nodes()).isEmpty();
    assertThat(log.load("#b").await().orElseThrow().seq()).isEqualTo(3);
  }

  @Test
  void tablesOfALaterReleaseAreSeen() {
    tamper(
        "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
            + " checksum, installed_by, execution_time, success)"
            + " SELECT 999, '999', 'later', 'SQL', 'V999__later.sql', 1, 'x', 1, success"
            + " FROM flyway_schema_history WHERE version = '1'");
    boolean isNewer = look().isNewer();
    tamper("DELETE FROM flyway_schema_history WHERE version = '999'");
    assertThat(isNewer).isTrue();
  }

  @Test
  void changesThatAreToComeAreCounted() {
    tamper(
        "CREATE TABLE second AS SELECT * FROM flyway_schema_history WHERE version = '20'",
        "DELETE FROM flyway_schema_history WHERE version = '20'");
    int pending = look().pending();
    tamper("INSERT INTO flyway_schema_history SELECT * FROM second", "DROP TABLE second");
    assertThat(pending).isEqualTo(1);
  }
}
