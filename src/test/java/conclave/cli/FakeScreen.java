package conclave.cli;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.utils.AttributedString;

/** A person who has all answers ready, and remembers what was shown. */
final class FakeScreen implements Screen {
  final List<String> shown = new CopyOnWriteArrayList<>();
  final List<String> prompts = new CopyOnWriteArrayList<>();
  final AtomicInteger bells = new AtomicInteger();
  private final Queue<String> answers;
  private final boolean interactive;

  FakeScreen(boolean interactive, String... answers) {
    this.interactive = interactive;
    this.answers = new ArrayDeque<>(List.of(answers));
  }

  @Override
  public void show(String line) {
    shown.add(line);
  }

  @Override
  public void prompt(AttributedString prompt) {
    prompts.add(prompt.toString());
  }

  @Override
  public void bell() {
    bells.incrementAndGet();
  }

  @Override
  public Optional<String> read() {
    return Optional.ofNullable(answers.poll());
  }

  @Override
  public Optional<String> ask(String question) {
    return read();
  }

  @Override
  public Optional<String> askSecret(String question) {
    return read();
  }

  @Override
  public boolean isInteractive() {
    return interactive;
  }

  @Override
  public void end() {
    answers.clear();
  }

  @Override
  public void close() {
    // nothing is held
  }
}
