package conclave.gateway;

import conclave.name.RoomName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** What the gateway counts. Any thread. */
public final class GatewayFigures {
  final LongAdder irc = new LongAdder();
  final LongAdder plain = new LongAdder();
  final LongAdder undecided = new LongAdder();

  /** Open connections of nobody yet. */
  final LongAdder strangers = new LongAdder();

  final LongAdder messages = new LongAdder();
  final LongAdder deliveries = new LongAdder();
  final LongAdder malformed = new LongAdder();
  final LongAdder slowReaders = new LongAdder();
  final LongAdder fellBehind = new LongAdder();
  final LongAdder badProxyHeaders = new LongAdder();
  final LongAdder gatewaysRefused = new LongAdder();
  final LongAdder behind = new LongAdder();
  final BusyRooms busy = new BusyRooms(() -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
  private final Map<Link, LongAdder> links = new ConcurrentHashMap<>();
  private volatile LongConsumer echoes = nanos -> {};

  /**
   * What carries a connection. There are as many kinds as versions and suites that listeners offer.
   *
   * @param protocol of TLS, such as {@code TLSv1.3}; {@code none} where there is no TLS
   * @param cipher the suite; {@code none} likewise
   * @param family {@code ipv6}, {@code ipv4} or {@code local}
   */
  public record Link(String protocol, String cipher, String family) implements Comparable<Link> {
    private String text() {
      return protocol + " " + cipher + " " + family;
    }

    @Override
    public int compareTo(Link other) {
      return other.text().compareTo(text()); // the newest version first
    }
  }

  /** A room, and how many messages were said in it lately. */
  public record Busy(RoomName room, long messages) {}

  /** From now on that is told how long each echo took, in nanoseconds. */
  public void timeEchoes(LongConsumer timer) {
    echoes = timer;
  }

  void echoed(long nanos) {
    echoes.accept(nanos);
  }

  void opened(Link link) {
    links.computeIfAbsent(link, first -> new LongAdder()).increment();
  }

  void closed(Link link) {
    links.computeIfAbsent(link, first -> new LongAdder()).decrement();
  }

  /** Open connections by what carries them, as far as there are any. */
  public Map<Link, Long> links() {
    Map<Link, Long> open =
        links.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, link -> link.getValue().sum(), Long::sum, TreeMap::new));
    open.values().removeIf(count -> count <= 0);
    return open;
  }

  /** Connections that are shown from logs what they were too slow for, now. */
  public long behind() {
    return behind.sum();
  }

  /** The rooms in which most was said by users of this node in the last five minutes. */
  public List<Busy> busiest(int rooms) {
    return busy.most(rooms);
  }

  /** All open connections. */
  public long connections() {
    return irc.sum() + plain.sum() + undecided.sum();
  }

  /**
   * Open connections that speak this dialect; of any other name, those that have not spoken yet.
   */
  public long connections(String dialect) {
    return of(dialect).sum();
  }

  LongAdder of(String dialect) {
    return switch (dialect) {
      case "irc" -> irc;
      case "plain" -> plain;
      default -> undecided;
    };
  }

  /** Messages that users sent so far. */
  public long messages() {
    return messages.sum();
  }

  /** Events that were handed to connections so far. */
  public long deliveries() {
    return deliveries.sum();
  }

  /** Lines so far that were no commands. */
  public long malformed() {
    return malformed.sum();
  }

  /** Connections so far that were dropped because they read too slowly. */
  public long slowReaders() {
    return slowReaders.sum();
  }

  /**
   * How often so far a connection read more slowly than a room or a conversation went on, and was
   * shown from its log what it had missed.
   */
  public long fellBehind() {
    return fellBehind.sum();
  }

  /** Connections so far that were closed for a wrong PROXY header, or one from a stranger. */
  public long badProxyHeaders() {
    return badProxyHeaders.sum();
  }

  /** Connections so far that were closed because their WEBIRC was not to be believed. */
  public long gatewaysRefused() {
    return gatewaysRefused.sum();
  }
}
