package conclave.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.AbstractByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the server has to say fits, however much it is, as long as the peer reads. */
class OutboxTest {
  private static final int LIMIT = 1_000;
  private static final byte[] TOO_LARGE = new byte[LIMIT + 1];

  private final List<Integer> written = new ArrayList<>();
  private final List<Promise<Void>> onItsWay = new ArrayList<>();
  private final List<String> overflows = new ArrayList<>();

  private final Outbox.Owner owner =
      new Outbox.Owner() {
        @Override
        public void overflowed(String why) {
          overflows.add(why);
        }

        @Override
        public void drained() {}

        @Override
        public void relieved() {}
      };

  /** A wire whose writes are done at once, or when the test says so. */
  private Wire wire(boolean isDoneAtOnce) {
    return (Wire)
        Proxy.newProxyInstance(
            Wire.class.getClassLoader(),
            new Class<?>[] {Wire.class},
            (wire, method, arguments) -> write((ByteBuf) arguments[0], isDoneAtOnce));
  }

  private Future<Void> write(ByteBuf bytes, boolean isDoneAtOnce) {
    written.add(bytes.readableBytes());
    bytes.release();
    Promise<Void> done = Promise.promise();
    if (isDoneAtOnce) {
      done.complete();
    } else {
      onItsWay.add(done);
    }
    return done.future();
  }

  private void with(boolean isDoneAtOnce, Consumer<Outbox> test) throws Exception {
    try (LiveConnection live = new LiveConnection()) {
      live.on(loop -> test.accept(new Outbox(wire(isDoneAtOnce), live.flusher(), LIMIT, owner)));
    }
  }

  private void with(Reserve reserve, Consumer<Supplier<Outbox>> test) throws Exception {
    try (LiveConnection live = new LiveConnection()) {
      live.on(
          connection -> {
            Flusher flusher = new Flusher(Vertx.currentContext(), () -> 0, reserve);
            test.accept(() -> new Outbox(wire(false), flusher, LIMIT, owner));
          });
    }
  }

  @Test
  void whoWritesAgainWhenAllIsWrittenWaitsForThatAsWell() throws Exception {
    with(
        true,
        outbox -> {
          List<Future<Void>> later = new ArrayList<>();
          outbox.write(new byte[1]);
          outbox
              .written()
              .onComplete(
                  done -> {
                    outbox.write(new byte[2]);
                    later.add(outbox.written());
                  });
          outbox.flush();
          assertThat(later).singleElement().matches(one -> !one.isComplete());
          outbox.flush();
          assertThat(later).singleElement().matches(Future::succeeded);
          assertThat(written).containsExactly(1, 2);
        });
  }

  @Test
  void onePieceMayBeLargerThanTheLimit() throws Exception {
    with(
        false,
        outbox -> {
          outbox.write(TOO_LARGE);
          outbox.flush();
          outbox.write(new byte[LIMIT]);
          assertThat(overflows).isEmpty();
          outbox.write(new byte[1]);
          assertThat(overflows).containsExactly(Outbox.TOO_SLOW);
        });
  }

  @Test
  void aSecondOneMustWaitForRelief() throws Exception {
    with(
        false,
        outbox -> {
          assertThat(outbox.relief()).matches(Future::succeeded);
          outbox.write(TOO_LARGE);
          Future<Void> relief = outbox.relief();
          outbox.flush();
          assertThat(relief).matches(one -> !one.isComplete());
          onItsWay.remove(0).complete();
          assertThat(relief).matches(Future::succeeded);
          outbox.write(TOO_LARGE);
          assertThat(overflows).isEmpty();
          outbox.write(TOO_LARGE);
          assertThat(overflows).containsExactly(Outbox.TOO_SLOW);
        });
  }

  @Test
  void nobodyWaitsForTheReliefOfWhatIsClosed() throws Exception {
    with(
        false,
        outbox -> {
          outbox.write(TOO_LARGE);
          outbox.finish(new byte[0]);
          assertThat(outbox.relief()).matches(Future::succeeded);
        });
  }

  @Test
  void whereMuchWaitsForManyNobodyMayLetMuchWait() throws Exception {
    with(
        new Reserve(PooledByteBufAllocator.DEFAULT, LIMIT),
        outboxes -> {
          List<Outbox> all = Stream.generate(outboxes).limit(5).toList();
          all.forEach(one -> one.write(new byte[LIMIT / 4]));
          assertThat(all.subList(0, 4)).noneMatch(Outbox::isPressed);
          assertThat(all.get(4)).matches(Outbox::isPressed);
          all.forEach(Outbox::flush);
          onItsWay.forEach(Promise::complete);
          all.forEach(one -> one.write(new byte[LIMIT / 4]));
          assertThat(all.subList(0, 4)).noneMatch(Outbox::isPressed);
        });
  }

  @Test
  void whereThereIsNoMemoryTheOneThatNeedsItIsToldAndTakesNothingMore() throws Exception {
    with(
        new Reserve(new NoMemory(), LIMIT),
        outboxes -> {
          Outbox outbox = outboxes.get();
          outbox.write(new byte[1]);
          outbox.write(new byte[1]);
          assertThat(overflows)
              .containsExactly("The server is short of memory: come back in a while");
          outbox.finish(new byte[1]);
          assertThat(written).containsExactly(0);
        });
  }

  private static final class NoMemory extends AbstractByteBufAllocator {
    @Override
    protected ByteBuf newHeapBuffer(int initial, int most) {
      throw new OutOfMemoryError("none, as the test wants it");
    }

    @Override
    protected ByteBuf newDirectBuffer(int initial, int most) {
      throw new OutOfMemoryError("none, as the test wants it");
    }

    @Override
    public boolean isDirectBufferPooled() {
      return false;
    }
  }
}
