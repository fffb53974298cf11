package conclave.audit;

import ch.qos.logback.core.ContextBase;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.RollingPolicyBase;
import ch.qos.logback.core.rolling.RolloverFailure;
import ch.qos.logback.core.rolling.TriggeringPolicyBase;
import ch.qos.logback.core.status.Status;
import conclave.bus.FewWarnings;
import conclave.file.PrivateFiles;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of lines that only the server's own user may read. When it has its size, it becomes the
 * youngest of 20 old ones, and the oldest of them goes. One thread.
 */
final class RolledFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RolledFile.class);
  private static final int OLD_FILES = 20;
  private static final byte[] NOTHING = {};

  private final FewWarnings warnings = new FewWarnings();
  private final RollingFileAppender<String> appender = new PrivateAppender();

  private RolledFile(Path file, long bytes) throws IOException {
    ContextBase context = new ContextBase();
    context.getStatusManager().add(this::tell);
    appender.setContext(context);
    appender.setFile(file.toString());
    OldFiles old = new OldFiles(file);
    old.start();
    SizeIs size = new SizeIs(bytes);
    size.start();
    appender.setEncoder(new Utf8Lines());
    appender.setRollingPolicy(old);
    appender.setTriggeringPolicy(size);
    appender.start();
    if (!appender.isStarted()) {
      throw new IOException("it can't be opened");
    }
  }

  /**
   * Opens it, and makes its folder where there is none.
   *
   * @throws IOException with a sentence for the operator
   */
  static RolledFile open(Path file, long bytes) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    try {
      PrivateFiles.folder(absolute.resolveSibling(""));
      PrivateFiles.ensure(absolute);
      return new RolledFile(absolute, bytes);
    } catch (IOException e) {
      throw new IOException(
          "the audit log "
              + absolute
              + " cannot be written: "
              + reason(e)
              + "; log.audit names another one",
          e);
    }
  }

  private static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof FileAlreadyExistsException there) {
      return there.getFile() + " is no folder";
    }
    return String.valueOf(failure.getMessage());
  }

  private void tell(Status status) {
    if (status.getLevel() >= Status.WARN) {
      warnings.warn(LOG, "the audit log: " + status.getMessage());
    }
  }

  /** Adds a line. What the disk refuses is told in the server's log. */
  void write(String line) {
    appender.doAppend(line);
  }

  @Override
  public void close() {
    appender.stop();
  }

  /** Makes each file its owner's alone before it opens it. */
  private static final class PrivateAppender extends RollingFileAppender<String> {
    @Override
    public void openFile(String name) throws IOException {
      PrivateFiles.ensure(Path.of(name));
      super.openFile(name);
    }
  }

  /**
   * Moves each file one on. Any name of a file will do, which a pattern of names would not allow.
   */
  private static final class OldFiles extends RollingPolicyBase {
    private final Path file;

    OldFiles(Path file) {
      this.file = file;
    }

    @Override
    public void rollover() {
      try {
        for (int i = OLD_FILES; i > 1; i--) {
          if (Files.exists(old(i - 1))) {
            Files.move(old(i - 1), old(i), StandardCopyOption.REPLACE_EXISTING);
          }
        }
        Files.move(file, old(1), StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw new RolloverFailure("an old file can't be moved: " + e.getMessage(), e);
      }
    }

    /** The number goes before the ending: {@code audit.1.jsonl}. */
    private Path old(int i) {
      String name = file.getFileName().toString();
      int dot = name.lastIndexOf('.');
      int end = dot <= 0 ? name.length() : dot;
      return file.resolveSibling(name.substring(0, end) + "." + i + name.substring(end));
    }

    @Override
    public String getActiveFileName() {
      return file.toString();
    }
  }

  /** Looks at the file at every line: these are few, and a bound should hold. */
  private static final class SizeIs extends TriggeringPolicyBase<String> {
    private final long bytes;

    SizeIs(long bytes) {
      this.bytes = bytes;
    }

    @Override
    public boolean isTriggeringEvent(File active, String line) {
      return active.length() >= bytes;
    }
  }

  private static final class Utf8Lines extends EncoderBase<String> {
    @Override
    public byte[] headerBytes() {
      return NOTHING;
    }

    @Override
    public byte[] encode(String line) {
      return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] footerBytes() {
      return NOTHING;
    }
  }
}
