package conclave.gateway;

import conclave.account.Peer;
import conclave.gateway.GatewayFigures.Link;
import conclave.handler.Passage;
import conclave.handler.Way;
import io.vertx.core.net.SocketAddress;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLSession;

/**
 * Where a connection comes from: from its socket's peer, or from where a gateway says. One loop.
 */
final class Whereabouts implements Passage {
  private final Listener listener;
  private final Consumer<String> close;
  private AddressPrefix prefix;
  private Way way;
  private Link link;
  private boolean isStranger = true;

  /**
   * The whereabouts of a connection.
   *
   * @param close ends it, with a reason
   */
  static Whereabouts of(
      String id, Wire wire, AddressPrefix prefix, Listener listener, Consumer<String> close) {
    String cloak = listener.node().cloak().of(prefix);
    Way way = new Way(id, wire.isSecure(), wire.certificate(), wire.endPoint(), cloak);
    return new Whereabouts(listener, prefix, way, link(wire, prefix), close);
  }

  private Whereabouts(
      Listener listener, AddressPrefix prefix, Way way, Link link, Consumer<String> close) {
    this.listener = listener;
    this.close = close;
    this.prefix = prefix;
    this.way = way;
    this.link = link;
    listener.node().figures().opened(link);
    listener.node().figures().strangers.increment();
  }

  private static Link link(Wire wire, AddressPrefix prefix) {
    return new Link(
        wire.tls().map(SSLSession::getProtocol).orElse("none"),
        wire.tls().map(SSLSession::getCipherSuite).orElse("none"),
        prefix.family());
  }

  /** The connection is over. */
  void ended() {
    listener.node().figures().closed(link);
    knownOrGone();
  }

  private void knownOrGone() {
    if (isStranger) {
      isStranger = false;
      listener.node().figures().strangers.decrement();
    }
  }

  Way way() {
    return way;
  }

  AddressPrefix prefix() {
    return prefix;
  }

  /** As a part of its user. */
  Presence.Link link(Optional<String> away) {
    knownOrGone();
    return new Presence.Link(prefix.address(), way.certificate(), away);
  }

  /**
   * As what its log-ins are seen.
   *
   * @param dialect that it speaks
   */
  Peer peer(String dialect) {
    String client = prefix.isConsole() ? prefix.text() : dialect;
    return new Peer(way.connection(), prefix.address(), prefix.prefixes(), client);
  }

  /** Certificates were the gateway's own and those that it was shown. */
  @Override
  public void from(String address, boolean isSecure) {
    AddressPrefix real = AddressPrefix.of(SocketAddress.inetSocketAddress(0, address));
    Optional<String> no = listener.moves(prefix, real);
    no.ifPresentOrElse(close, () -> moved(real, isSecure));
  }

  private void moved(AddressPrefix real, boolean isSecure) {
    prefix = real;
    listener.node().figures().closed(link);
    link = new Link(link.protocol(), link.cipher(), real.family());
    listener.node().figures().opened(link);
    boolean isWholly = way.isSecure() && isSecure;
    String cloak = listener.node().cloak().of(real);
    way = new Way(way.connection(), isWholly, Optional.empty(), Optional.empty(), cloak);
  }

  @Override
  public void refused(String reason) {
    listener.node().figures().gatewaysRefused.increment();
    close.accept(reason);
  }
}
