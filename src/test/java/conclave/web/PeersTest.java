package conclave.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PeersTest {
  @ParameterizedTest
  @ValueSource(strings = {"::1", "0:0:0:0:0:0:0:1", "127.0.0.1", "127.3.2.1", "::ffff:127.0.0.1"})
  void theLoopbackAddressesAreThisMachine(String address) {
    assertThat(Peers.isLoopback(SocketAddress.inetSocketAddress(1024, address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2001:db8::1", "192.0.2.1", "::ffff:192.0.2.1", "fe80::1", "::", "10.0.0.1"})
  void allOthersAreNot(String address) {
    assertThat(Peers.isLoopback(SocketAddress.inetSocketAddress(1024, address))).isFalse();
  }

  @Test
  void aPeerWithoutAnAddressIsNot() {
    assertThat(Peers.isLoopback(null)).isFalse();
    assertThat(Peers.isLoopback(SocketAddress.domainSocketAddress("/run/some.sock"))).isFalse();
  }
}
