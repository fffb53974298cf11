package conclave.store;

import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the schema to what this release wants; refuses one that a later release made. */
final class Migrations {
  private Migrations() {}

  /**
   * How the tables are.
   *
   * @param version nothing where there are none
   * @param pending changes that this release would make
   * @param isNewer has a later release made some?
   */
  record Schema(Optional<String> version, int pending, boolean isNewer) {}

  /** Blocks. */
  static void run(Engine engine) {
    flyway(engine).migrate();
  }

  /** Changes nothing. Blocks. */
  static Schema look(Engine engine) {
    MigrationInfoService found = flyway(engine).info();
    boolean isNewer =
        Arrays.stream(found.all())
            .map(MigrationInfo::getState)
            .anyMatch(state -> state.isApplied() && !state.isResolved());
    return new Schema(
        Optional.ofNullable(found.current()).map(now -> now.getVersion().getVersion()),
        found.pending().length,
        isNewer);
  }

  private static Flyway flyway(Engine engine) {
    FluentConfiguration flyway =
        Flyway.configure(Migrations.class.getClassLoader())
            .locations("classpath:conclave/store/migration")
            .javaMigrations(new FillSkeletons())
            .failOnMissingLocations(true)
            .loggers(Quietly.class.getName())
            .ignoreMigrationPatterns(new String[0])
            .placeholders(engine.types());
    return engine.migrated(flyway).load();
  }

  /** Flyway tells much at every start: that is for who looks for it. Flyway makes it. */
  public static final class Quietly implements LogCreator {
    @Override
    public Log createLogger(Class<?> type) {
      return new QuietLog(LoggerFactory.getLogger(type));
    }
  }

  private record QuietLog(Logger log) implements Log {
    @Override
    public void debug(String message) {
      log.trace(message);
    }

    @Override
    public void info(String message) {
      log.debug(message);
    }

    @Override
    public void notice(String message) {
      log.debug(message);
    }

    @Override
    public void warn(String message) {
      log.warn(message);
    }

    @Override
    public void error(String message) {
      log.debug(message);
    }

    @Override
    public void error(String message, Exception e) {
      log.debug(message, e);
    }
  }
}
