package conclave.gateway;

import java.util.concurrent.atomic.LongAdder;

/** What the gateway counts. Any thread. */
public final class GatewayFigures {
  final LongAdder irc = new LongAdder();
  final LongAdder plain = new LongAdder();
  final LongAdder undecided = new LongAdder();
  final LongAdder messages = new LongAdder();
  final LongAdder deliveries = new LongAdder();
  final LongAdder malformed = new LongAdder();
  final LongAdder slowReaders = new LongAdder();
  final LongAdder fellBehind = new LongAdder();
  final LongAdder badProxyHeaders = new LongAdder();
  final LongAdder gatewaysRefused = new LongAdder();

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
