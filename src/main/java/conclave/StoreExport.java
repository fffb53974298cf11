package conclave;

import conclave.config.Config;
import conclave.file.PrivateFiles;
import conclave.name.RoomName;
import conclave.store.Export;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code conclave store export}: the log of a room for other programs. */
@Command(
    name = "export",
    description = {
      "Write the log of a room as JSON, one event a line. A server may run meanwhile.",
      "Exit code: 0 all of it, 1 something can't be read."
    },
    mixinStandardHelpOptions = true)
public final class StoreExport implements Callable<Integer> {
  private static final String TIME = "TIME";

  @Spec private CommandSpec spec;

  @Mixin private Setting setting;

  @Option(
      names = "--since",
      paramLabel = TIME,
      description = "From then on: 2026-11-29 or 2026-11-29T17:00:00Z, in UTC.",
      converter = Moment.class)
  private @Nullable Instant since;

  @Option(
      names = "--until",
      paramLabel = TIME,
      description = "Up to then, and not that moment itself.",
      converter = Moment.class)
  private @Nullable Instant until;

  @Parameters(index = "0", paramLabel = "ROOM", description = "With its # quoted, or without it.")
  private String room;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "A new file, for its owner alone. Default: the standard output.")
  private @Nullable Path file;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  public StoreExport() {}

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Optional<RoomName> name = RoomName.parseLoosely(room);
    if (name.isEmpty()) {
      err.println("conclave: a room can't be called " + room);
      return StoreWork.WRONG_USAGE;
    }
    if (file != null && Files.exists(file)) {
      err.println("conclave: " + file + " is there already: name a new file");
      return StoreWork.WRONG_USAGE;
    }
    return StoreWork.run(setting, err, (vertx, config) -> export(vertx, config, name.get().key()));
  }

  private int export(Vertx vertx, Config config, String key) {
    Optional<Instant> from = Optional.ofNullable(since);
    Optional<Instant> to = Optional.ofNullable(until);
    Export export = Export.open(vertx, config.store(), setting.data(), key, from, to).await();
    try {
      return file == null ? print(export) : write(export, file);
    } finally {
      export.close().await();
    }
  }

  private int print(Export export) {
    PrintWriter out = spec.commandLine().getOut();
    copy(export, out);
    return told(export);
  }

  /** Whoever finds a file under that name has a whole one. */
  private int write(Export export, Path to) {
    Path part = to.resolveSibling(to.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      PrivateFiles.ensure(part);
      try (PrintWriter out =
          new PrintWriter(Files.newBufferedWriter(part, StandardCharsets.UTF_8))) {
        copy(export, out);
        if (out.checkError()) {
          throw new IOException("is the disk full?");
        }
      }
      PrivateFiles.settle(part, to);
      return told(export);
    } catch (IOException e) {
      spec.commandLine()
          .getErr()
          .println("conclave: " + to + " can't be written: " + e.getMessage());
      return StoreWork.FAILED;
    }
  }

  /** A page is read when the one before it is written: whoever reads slowly makes nothing grow. */
  private static void copy(Export export, PrintWriter out) {
    List<String> page = export.next().await();
    while (!page.isEmpty() && !out.checkError()) {
      page.forEach(line -> out.print(line + "\n"));
      page = export.next().await();
    }
    out.flush();
  }

  private int told(Export export) {
    if (export.unreadable() == 0) {
      return StoreWork.DONE;
    }
    String events = export.unreadable() == 1 ? "1 event" : export.unreadable() + " events";
    spec.commandLine()
        .getErr()
        .println("conclave: " + events + " can't be read: conclave store verify says more");
    return StoreWork.FAILED;
  }

  /** A day, which begins at midnight UTC, or a moment. */
  static final class Moment implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return text.indexOf('T') < 0
            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
            : Instant.parse(text);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "'" + text + "' is no day or time, such as 2026-11-29 or 2026-11-29T17:00:00Z");
      }
    }
  }
}
