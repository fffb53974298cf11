package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Users who chat in a room of theirs, where each must hear everything that any of them says, once
 * and in order.
 */
final class Chorus implements AutoCloseable {
  /** What each of them hears of a message: whose, which and when it was said. */
  private static final Pattern SAID = Pattern.compile(".* #choir (\\w+): n=(\\d+) t=(-?\\d+)$");

  private final List<Peer> singers = new ArrayList<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
  private final AtomicInteger deliveries = new AtomicInteger();
  private int said;

  /** Makes accounts {@code singer0} and so on, who stay. */
  Chorus(Door door, int size) {
    for (int i = 0; i < size; i++) {
      Peer singer = door.newPlain(name(i));
      singer.send("/join choir");
      singer.await("In #choir: *");
      singers.add(singer);
    }
    for (int i = 0; i < size; i++) {
      int number = i;
      Thread listener = new Thread(() -> listen(number), name(i));
      listener.setDaemon(true);
      listener.start();
    }
  }

  static String name(int number) {
    return "singer" + number;
  }

  /** The next of them says the next message. */
  void say() {
    singers.get(said % singers.size()).send("n=" + said + " t=" + System.nanoTime());
    said++;
    int expected = said * singers.size();
    if (said % singers.size() == 0) {
      await().atMost(Peer.PATIENCE).until(() -> isHeard(expected));
    }
  }

  private boolean isHeard(int expected) {
    return deliveries.get() >= expected || !faults.isEmpty();
  }

  /** All that was said was heard by all, once and in order, and nobody was disconnected. */
  void expectAllHeard() {
    int expected = said * singers.size();
    await().atMost(Peer.PATIENCE).until(() -> isHeard(expected));
    assertThat(faults).isEmpty();
    assertThat(deliveries).hasValue(expected);
  }

  /** How long each delivery took since the last call, in order of length. */
  List<Long> takeNanos() {
    List<Long> taken = nanos.stream().sorted().toList();
    nanos.clear();
    return taken;
  }

  /** What comes from one of them is in order; two who speak at once may come in either. */
  private void listen(int number) {
    List<Integer> last = new ArrayList<>(singers.stream().map(any -> -1).toList());
    try {
      for (Optional<String> line = singers.get(number).next();
          line.isPresent();
          line = singers.get(number).next()) {
        Matcher message = SAID.matcher(line.get());
        if (message.matches()) {
          nanos.add(System.nanoTime() - Long.parseLong(message.group(3)));
          int which = Integer.parseInt(message.group(2));
          int whose = which % singers.size();
          if (!message.group(1).equals(name(whose))
              || which != (last.get(whose) < 0 ? whose : last.get(whose) + singers.size())) {
            faults.add(name(number) + " heard out of order: " + line.get());
          }
          last.set(whose, which);
          deliveries.incrementAndGet();
        }
      }
      faults.add(name(number) + " was disconnected");
    } catch (AssertionError silence) {
      faults.add(name(number) + ": " + silence.getMessage());
    }
  }

  @Override
  public void close() {
    singers.forEach(Peer::close);
  }
}
