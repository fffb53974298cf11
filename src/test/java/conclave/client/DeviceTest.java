package conclave.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTest {
  @Test
  void aHostsNameIsCleanedAndCut() {
    assertThat(Device.cleaned("al\u00efce's box").name()).isEqualTo("al-ce-s-box");
    assertThat(Device.cleaned("x".repeat(99)).name()).isEqualTo("x".repeat(32));
    assertThat(Device.cleaned("").name()).isEqualTo("client");
    assertThat(Device.ofHost(Map.of("HOSTNAME", "desk")).name()).isEqualTo("desk");
    assertThat(Device.ofHost(Map.of()).name()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a@b", "a*7", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"})
  void whatIsNoNameIsRefused(String name) {
    assertThatThrownBy(() -> new Device(name)).hasMessageContaining("1 to 32 letters");
  }
}
