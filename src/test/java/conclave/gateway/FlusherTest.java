package conclave.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class FlusherTest {
  private static Wire broken() {
    return (Wire)
        Proxy.newProxyInstance(
            Wire.class.getClassLoader(),
            new Class<?>[] {Wire.class},
            (wire, method, arguments) -> {
              throw new IllegalStateException("this wire is broken, as the test wants it");
            });
  }

  @Test
  void anOutboxThatFailsLeavesTheOthersOfItsTurnAlone() throws Exception {
    try (LiveConnection live = new LiveConnection()) {
      live.on(
          connection -> {
            new Outbox(broken(), live.flusher(), 1_000, connection).write(new byte[1]);
            connection.output().write("after it\r\n".getBytes(UTF_8));
          });
      assertThat(live.hears("after it\r\n")).isEqualTo("after it\r\n");
    }
  }
}
