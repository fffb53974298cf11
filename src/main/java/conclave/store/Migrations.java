package conclave.store;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the schema to what this release wants; refuses one that a later release made. */
final class Migrations {
  private Migrations() {}

  /** Blocks. */
  static void run(Engine engine) {
    FluentConfiguration flyway =
        Flyway.configure(Migrations.class.getClassLoader())
            .locations("classpath:conclave/store/migration")
            .javaMigrations(new FillSkeletons())
            .failOnMissingLocations(true)
            .loggers(Quietly.class.getName())
            .ignoreMigrationPatterns(new String[0])
            .placeholders(engine.types());
    engine.migrated(flyway).load().migrate();
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
