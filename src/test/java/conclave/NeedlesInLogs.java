package conclave;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.helpers.FormattingTuple;
import org.slf4j.helpers.MessageFormatter;

/**
 * Fails the build when anything that the tests logged shows a secret. All that the server logs, at
 * DEBUG whatever the level is, also goes to a file of {@code target/needles}, which is searched
 * when the last test is done.
 */
public final class NeedlesInLogs implements LauncherSessionListener {
  static final Path FILE = Path.of("target", "needles", ProcessHandle.current().pid() + ".log");

  private static final int SHOWN = 5;

  private final Recorder recorder = new Recorder(lines());

  private static PrintWriter lines() {
    try {
      Files.createDirectories(FILE.resolveSibling(""));
      return new PrintWriter(Files.newBufferedWriter(FILE), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.addTurboFilter(recorder);
    context.addListener(new AddAgain(recorder));
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    recorder.lines.close();
    try {
      List<String> shown =
          Files.readAllLines(FILE).stream()
              .filter(line -> !Needles.in(line).isEmpty())
              .distinct()
              .limit(SHOWN)
              .toList();
      if (!shown.isEmpty()) {
        throw new AssertionError("a log shows what is secret, see " + FILE + ": " + shown);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sees each call of a logger before its level does, and changes nothing. */
  private static final class Recorder extends TurboFilter {
    private final PrintWriter lines;

    Recorder(PrintWriter lines) {
      this.lines = lines;
    }

    @Override
    public FilterReply decide(
        Marker marker, Logger logger, Level level, String format, Object[] values, Throwable t) {
      if (format != null && isOurs(logger, level)) {
        FormattingTuple text = MessageFormatter.arrayFormat(format, values);
        synchronized (lines) {
          lines.println(level + " " + logger.getName() + ": " + text.getMessage());
          Throwable thrown = t == null ? text.getThrowable() : t;
          if (thrown != null) {
            thrown.printStackTrace(lines);
          }
        }
      }
      return FilterReply.NEUTRAL;
    }

    private static boolean isOurs(Logger logger, Level level) {
      return level.isGreaterOrEqual(logger.getEffectiveLevel())
          || (logger.getName().startsWith("conclave.") && level.isGreaterOrEqual(Level.DEBUG));
    }
  }

  /** Puts the recorder back when the server's own logging is set up. */
  private record AddAgain(TurboFilter recorder) implements LoggerContextListener {
    @Override
    public boolean isResetResistant() {
      return true;
    }

    @Override
    public void onStart(LoggerContext context) {}

    @Override
    public void onReset(LoggerContext context) {
      context.addTurboFilter(recorder);
    }

    @Override
    public void onStop(LoggerContext context) {}

    @Override
    public void onLevelChange(Logger logger, Level level) {}
  }
}
