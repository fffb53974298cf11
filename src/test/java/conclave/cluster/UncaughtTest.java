package conclave.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vertx.core.Promise;
import org.junit.jupiter.api.Test;

class UncaughtTest {
  @Test
  void onlyThatAPromiseIsKeptTwiceIsPassedOver() {
    Promise<Void> promise = Promise.promise();
    promise.fail("the connection is closed");
    Throwable twice = catchThrowable(() -> promise.fail("the connection is closed"));
    assertThat(Uncaught.isSaidTwice(twice)).isTrue();
    assertThat(Uncaught.isSaidTwice(new IllegalStateException("a bug"))).isFalse();
    assertThat(Uncaught.isSaidTwice(new IllegalArgumentException())).isFalse();
  }
}
