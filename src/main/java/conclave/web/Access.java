package conclave.web;

import conclave.name.AddressRange;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.List;

/** Who may read what, by where they ask from. */
final class Access {
  private Access() {}

  /**
   * Is a request from one of these? Of one that a proxy passes on, nobody knows from where it is:
   * only ranges of all addresses have it.
   */
  static boolean isFrom(HttpServerRequest request, List<AddressRange> ranges) {
    if (Peers.isPassedOn(request)) {
      return ranges.stream().anyMatch(range -> range.bits() == 0);
    }
    SocketAddress peer = request.remoteAddress();
    String address = peer == null ? null : peer.hostAddress();
    if (address == null) {
      return false;
    }
    String bare = address.split("%", 2)[0]; // fe80::1%eth0
    return ranges.stream().anyMatch(range -> range.contains(bare));
  }
}
