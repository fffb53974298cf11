package conclave.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.lang.reflect.Proxy;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class FlusherTest {
  private final List<String> written = new CopyOnWriteArrayList<>();
  private final AtomicLong now = new AtomicLong();
  private final AtomicBoolean done = new AtomicBoolean();

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
  private Wire slow() {
    return (Wire)
        Proxy.newProxyInstance(
            Wire.class.getClassLoader(),
            new Class<?>[] {Wire.class},
            (wire, method, arguments) -> {
              now.addAndGet(TimeUnit.MILLISECONDS.toNanos(2));
              ByteBuf lines = (ByteBuf) arguments[0];
              written.add(lines.toString(UTF_8));
              lines.release();
              return Future.succeededFuture();
            });
  }

  /** Does these one after the other, each in a turn of its own, behind what was flushed by then. */
  private void turns(List<Consumer<Outbox>> all) throws Exception {
    try (LiveConnection live = new LiveConnection()) {
      live.on(
          connection -> {
            Flusher flusher = new Flusher(Vertx.currentContext(), now::get, new Reserve());
            turns(new Outbox(slow(), flusher, 1_000, connection), all.iterator());
          });
      Awaitility.await().until(done::get);
    }
  }

  private void turns(Outbox outbox, Iterator<Consumer<Outbox>> all) {
    Context loop = Vertx.currentContext();
    if (all.hasNext()) {
      all.next().accept(outbox);
      loop.runOnContext(flushed -> loop.runOnContext(next -> turns(outbox, all)));
    } else {
      outbox.written().onSuccess(last -> done.set(true));
    }
  }

  private static Consumer<Outbox> says(String text) {
    return outbox -> outbox.write(text.getBytes(UTF_8));
  }

  @Test
  void whileARoomIsBusyWhatComesInSeveralTurnsLeavesInOneRecord() throws Exception {
    turns(List.of(says("one "), says("two "), says("three")));
    assertThat(written).containsExactly("one ", "two three");
  }

  @Test
  void inAQuietRoomEachLeavesAtOnce() throws Exception {
    Consumer<Outbox> later = outbox -> now.addAndGet(TimeUnit.MILLISECONDS.toNanos(31));
    turns(List.of(says("one"), later, says("two"), later, says("three")));
    assertThat(written).containsExactly("one", "two", "three");
  }

  @Test
  void aLargePieceIsNotKeptBack() throws Exception {
    String large = "x".repeat(100);
    turns(List.of(says("one"), says("two"), says(large), says("four")));
    assertThat(written).containsExactly("one", "two" + large, "four");
  }
}
