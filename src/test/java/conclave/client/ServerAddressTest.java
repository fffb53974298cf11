package conclave.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
  @ParameterizedTest
  @CsvSource({
    "localhost,                '',      localhost,        6697",
    "alice@chat.example:7000,  alice,   chat.example,     7000",
    "[::1]:6697,               '',      ::1,              6697",
    "alice@[::1]:1,            alice,   ::1,              1",
    "alice@[::1],              alice,   ::1,              6697",
    "2001:db8::1,              '',      2001:db8::1,      6697",
    "127.0.0.1:6698,           '',      127.0.0.1,        6698",
  })
  void peopleMayWriteItInManyWays(String text, String user, String host, int port) {
    assertThat(ServerAddress.parse(text)).isEqualTo(new ServerAddress(user, host, port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@host",
        "host:",
        "host:0",
        "host:65536",
        "host:http",
        "[::1",
        "[::1]x",
        "a b"
      })
  void nonsenseIsRefusedWithAReason(String text) {
    assertThatThrownBy(() -> ServerAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isNotBlank();
  }

  @Test
  void itPrintsAsItMayBeTyped() {
    assertThat(ServerAddress.parse("alice@[::1]")).hasToString("[::1]:6697");
  }
}
