package conclave.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the server has to say fits, however much it is, as long as the peer reads. */
class OutboxTest {
  private static final int LIMIT = 1_000;
  private static final byte[] TOO_LARGE = new byte[LIMIT + 1];

  private final List<Integer> written = new ArrayList<>();
  private final List<Promise<Void>> onItsWay = new ArrayList<>();
  private int overflows;

  private final Outbox.Owner owner =
      new Outbox.Owner() {
        @Override
        public void overflowed() {
          overflows++;
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
          assertThat(overflows).isZero();
          outbox.write(new byte[1]);
          assertThat(overflows).isEqualTo(1);
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
          assertThat(overflows).isZero();
          outbox.write(TOO_LARGE);
          assertThat(overflows).isEqualTo(1);
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
}
