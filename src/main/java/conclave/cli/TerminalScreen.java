package conclave.cli;

import conclave.client.Harmless;
import java.io.IOException;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.TerminalBuilder.SystemOutput;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/** A real terminal: what others say appears above the line that is being typed. */
final class TerminalScreen implements Screen {
  private final Terminal terminal;
  private final LineReaderImpl lines;
  private volatile @Nullable Thread reading;
  private volatile boolean ended;
  private String prompt = "> ";

  private TerminalScreen(Terminal terminal) {
    this.terminal = terminal;
    terminal.echo(false); // a password typed before it is asked for; closing gives the echo back
    this.lines = reader(terminal);
    lines.option(Option.ERASE_LINE_ON_FINISH, true); // what was said shows when it comes back
    TypedHistory.keep(lines);
  }

  /** The terminal of this process; empty if it has none that can do what is needed. */
  static Optional<Screen> open() {
    try {
      Terminal terminal =
          TerminalBuilder.builder()
              .system(true)
              .systemOutput(SystemOutput.SysOut)
              .dumb(false)
              .build();
      if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
        terminal.close();
        return Optional.empty();
      }
      return Optional.of(new TerminalScreen(terminal));
    } catch (IOException | IllegalStateException e) {
      return Optional.empty(); // a pipe or a file: not a terminal
    }
  }

  @Override
  public void show(String line) {
    lines.printAbove(Harmless.text(line));
  }

  @Override
  public void show(AttributedString line) {
    lines.printAbove(line);
  }

  @Override
  public void assist(Assistant assistant) {
    TerminalKeys.bind(lines, assistant);
  }

  @Override
  public void bell() {
    terminal.puts(Capability.bell);
    terminal.flush();
  }

  @Override
  public int colours() {
    Integer colours = terminal.getNumericCapability(Capability.max_colors);
    return colours == null ? 0 : colours;
  }

  @Override
  public int columns() {
    return terminal.getColumns();
  }

  @Override
  public synchronized void prompt(AttributedString text) {
    String fresh = text.toAnsi(terminal);
    if (fresh.equals(prompt)) {
      return;
    }
    prompt = fresh;
    lines.setPrompt(prompt);
    try {
      if (lines.isReading()) {
        lines.callWidget(LineReader.REDISPLAY);
      }
    } catch (IllegalStateException e) {
      // the line was finished meanwhile: the next one gets the new prompt
    }
  }

  @Override
  public Optional<String> read() {
    while (!ended) {
      reading = Thread.currentThread();
      try {
        return Optional.of(lines.readLine(currentPrompt()));
      } catch (UserInterruptException e) {
        Thread.interrupted(); // Ctrl-C gives up the line, not the chat
      } catch (EndOfFileException e) {
        return Optional.empty();
      } finally {
        reading = null;
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<String> ask(String question) {
    return answer(question, null);
  }

  @Override
  public Optional<String> askSecret(String question) {
    return answer(question, '\0');
  }

  @Override
  public boolean isInteractive() {
    return true;
  }

  @Override
  public void end() {
    ended = true;
    Thread thread = reading;
    if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException e) {
      // the terminal is gone: nobody is left to be told
    }
  }

  private synchronized String currentPrompt() {
    return prompt;
  }

  /** Asked by a reader of its own, so that no answer gets into the history of what was said. */
  private Optional<String> answer(String question, @Nullable Character mask) {
    LineReader once = reader(terminal);
    once.setVariable(LineReader.DISABLE_HISTORY, true);
    try {
      return Optional.of(once.readLine(question, mask));
    } catch (UserInterruptException | EndOfFileException e) {
      return Optional.empty();
    }
  }

  private static LineReaderImpl reader(Terminal terminal) {
    DefaultParser words = new DefaultParser();
    words.setEscapeChars(new char[0]); // what is typed is said as it is
    words.setQuoteChars(new char[0]);
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .parser(words)
            .history(new TypedHistory())
            .option(Option.DISABLE_EVENT_EXPANSION, true)
            .build();
    return (LineReaderImpl) reader;
  }
}
