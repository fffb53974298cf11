package conclave.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
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

  /** Writes slowly, as a room of many does, and tells what it was given. */
  private static Wire slow(List<String> written) {
    return (Wire)
        Proxy.newProxyInstance(
            Wire.class.getClassLoader(),
            new Class<?>[] {Wire.class},
            (wire, method, arguments) -> {
              long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2);
              while (System.nanoTime() < end) {
                Thread.onSpinWait();
              }
              ByteBuf lines = (ByteBuf) arguments[0];
              written.add(lines.toString(UTF_8));
              lines.release();
              return Future.succeededFuture();
            });
  }

  @Test
  void whileARoomIsBusyWhatComesInSeveralTurnsLeavesInOneRecord() throws Exception {
    List<String> written = new CopyOnWriteArrayList<>();
    try (LiveConnection live = new LiveConnection()) {
      live.on(connection -> write(connection, live.flusher(), slow(written)));
      Awaitility.await().until(() -> String.join("", written).equals("one two three"));
    }
    assertThat(written).containsExactly("one ", "two three");
  }

  private static void write(Connection owner, Flusher flusher, Wire wire) {
    Outbox outbox = new Outbox(wire, flusher, 1_000, owner);
    Context loop = Vertx.currentContext();
    outbox.write("one ".getBytes(UTF_8));
    loop.runOnContext(
        flushed ->
            loop.runOnContext(
                now -> {
                  outbox.write("two ".getBytes(UTF_8));
                  loop.runOnContext(next -> outbox.write("three".getBytes(UTF_8)));
                }));
  }
}
