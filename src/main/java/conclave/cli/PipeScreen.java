package conclave.cli;

import conclave.client.Harmless;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/** Plain lines in, plain lines out: for pipes, files and terminals that can do no more. */
final class PipeScreen implements Screen {
  private static final int AHEAD = 100;

  private final BufferedReader in;
  private final PrintWriter out;
  private final @Nullable Console console;
  private final BlockingQueue<Optional<String>> typed = new LinkedBlockingQueue<>(AHEAD);
  private final boolean interactive;
  private boolean started;

  /**
   * @param console where questions can be asked, if there is such a place
   * @param interactive whether a person types the lines
   */
  PipeScreen(Reader in, PrintWriter out, @Nullable Console console, boolean interactive) {
    this.in = new BufferedReader(in);
    this.out = out;
    this.console = console;
    this.interactive = interactive;
  }

  @Override
  public void show(String line) {
    out.println(Harmless.text(line));
    out.flush();
  }

  @Override
  public void prompt(AttributedString prompt) {
    // a script needs none
  }

  @Override
  public Optional<String> read() {
    if (!started) { // a thread of its own, since reading a pipe can't be interrupted
      started = true;
      Thread reader = new Thread(this::readAll, "conclave-stdin");
      reader.setDaemon(true);
      reader.start();
    }
    try {
      return typed.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public Optional<String> ask(String question) {
    return console == null
        ? Optional.empty()
        : Optional.ofNullable(console.readLine("%s", question));
  }

  @Override
  public Optional<String> askSecret(String question) {
    char[] secret = console == null ? null : console.readPassword("%s", question);
    return secret == null ? Optional.empty() : Optional.of(new String(secret));
  }

  @Override
  public boolean isInteractive() {
    return interactive;
  }

  @Override
  public void end() {
    typed.clear();
    typed.add(Optional.empty());
  }

  @Override
  public void close() {
    out.flush();
  }

  private void readAll() {
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        typed.put(Optional.of(line));
      }
      typed.put(Optional.empty());
    } catch (IOException e) {
      end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
