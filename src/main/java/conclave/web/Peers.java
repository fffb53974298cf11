package conclave.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Who is on the other end. */
final class Peers {
  private Peers() {}

  /** Does a proxy pass it on for somebody else? */
  static boolean isPassedOn(HttpServerRequest request) {
    return request.headers().contains("Forwarded") || request.headers().contains("X-Forwarded-For");
  }

  static boolean isLoopback(@Nullable SocketAddress peer) {
    String address = peer == null ? null : peer.hostAddress();
    if (address == null) {
      return false;
    }
    try {
      // a literal address: nothing is looked up
      return Arrays.stream(InetAddress.getAllByName(address))
          .allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException notAnAddress) {
      return false;
    }
  }
}
