package conclave.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.config.Config;
import conclave.config.ConfigLoader;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who counts as one peer, and how many of them may come. */
class PeersTest {
  private static AddressPrefix peer(String address) {
    return AddressPrefix.of(SocketAddress.inetSocketAddress(6697, address));
  }

  private static ConnectionGate gate(String... sets) {
    Config config =
        ConfigLoader.load(Optional.empty(), Map.of(), List.of(sets)).config().orElseThrow();
    return new ConnectionGate(config);
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2::1, 20010db800010002, false",
    "2001:db8:1:2:ffff:ffff:ffff:ffff, 20010db800010002, false",
    "2001:db8:1:3::1, 20010db800010003, false",
    "::1, 0000000000000000, false",
    "192.0.2.7, c0000207, true",
    "::ffff:192.0.2.7, c0000207, true"
  })
  void anIpv6PeerIsItsSlash64AndAnIpv4PeerItsAddress(String address, String text, boolean isIpv4) {
    assertThat(peer(address).text()).isEqualTo(text);
    assertThat(peer(address).isIpv4()).isEqualTo(isIpv4);
  }

  @Test
  void onePrefixMayHaveSoManyConnections() {
    ConnectionGate gate = gate("limits.connections-per-64=2");
    assertThat(gate.admits(peer("2001:db8::1"))).isTrue();
    assertThat(gate.admits(peer("2001:db8::2"))).isTrue();
    assertThat(gate.admits(peer("2001:db8::3"))).isFalse();
    assertThat(gate.admits(peer("2001:db8:0:1::1"))).isTrue();
    gate.left(peer("2001:db8::1"));
    assertThat(gate.admits(peer("2001:db8::4"))).isTrue();
    assertThat(gate.admits(peer("2001:db8::5"))).isFalse();
  }

  @Test
  void allTogetherMayHaveSoManyConnections() {
    ConnectionGate gate = gate("limits.connections=2");
    assertThat(gate.admits(peer("192.0.2.1"))).isTrue();
    assertThat(gate.admits(peer("192.0.2.2"))).isTrue();
    assertThat(gate.admits(peer("192.0.2.3"))).isFalse();
    gate.left(peer("192.0.2.1"));
    assertThat(gate.admits(peer("192.0.2.3"))).isTrue();
  }

  @Test
  void whoWasRefusedIsNotCounted() {
    ConnectionGate gate = gate("limits.connections-per-64=1", "limits.connections=2");
    assertThat(gate.admits(peer("192.0.2.1"))).isTrue();
    for (int i = 0; i < 10; i++) {
      assertThat(gate.admits(peer("192.0.2.1"))).isFalse();
    }
    assertThat(gate.admits(peer("192.0.2.2"))).isTrue();
  }

  @Test
  void whereOnlyIpv6IsWantedIpv4IsRefusedMappedOrNot() {
    ConnectionGate gate = gate("server.ipv6-only=true");
    assertThat(gate.admits(peer("192.0.2.1"))).isFalse();
    assertThat(gate.admits(peer("::ffff:192.0.2.1"))).isFalse();
    assertThat(gate.admits(peer("2001:db8::1"))).isTrue();
  }

  @Test
  void aCloakIsTheSameForOnePrefixAndTellsNothingWithoutTheKey() {
    Cloak cloak = new Cloak(new byte[32]);
    String cloaked = cloak.of(peer("2001:db8::1"));
    assertThat(cloaked).matches("guest/[0-9a-f]{12}").isEqualTo(cloak.of(peer("2001:db8::2")));
    assertThat(cloak.of(peer("2001:db8:1::1"))).isNotEqualTo(cloaked);
    byte[] another = new byte[32];
    another[0] = 1;
    assertThat(new Cloak(another).of(peer("2001:db8::1"))).isNotEqualTo(cloaked);
  }
}
