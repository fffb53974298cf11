package conclave.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.buffer.Unpooled;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.net.NetSocketInternal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SocketWireTest {
  private static final int BYTES = 200_000;

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
  private final CompletableFuture<SocketWire> accepted = new CompletableFuture<>();
  private final CompletableFuture<Context> loop = new CompletableFuture<>();

  @AfterEach
  void close() throws Exception {
    vertx.close().await(5, TimeUnit.SECONDS);
  }

  private boolean hasArrived() throws Exception {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    SocketWire wire = accepted.get(5, TimeUnit.SECONDS);
    loop.get().runOnContext(now -> answer.complete(wire.hasArrived()));
    return answer.get(5, TimeUnit.SECONDS);
  }

  @Test
  void whatThePeersMachineHasNotTakenHasNotArrived() throws Exception {
    assumeTrue(vertx.isNativeTransportEnabled(), "only there the system is asked");
    int port =
        vertx
            .createNetServer()
            .connectHandler(
                socket -> {
                  loop.complete(Vertx.currentContext());
                  SocketWire wire = new SocketWire((NetSocketInternal) socket);
                  wire.write(Unpooled.wrappedBuffer(new byte[BYTES]));
                  accepted.complete(wire);
                })
            .listen(0, InetAddress.getLoopbackAddress().getHostAddress())
            .await(5, TimeUnit.SECONDS)
            .actualPort();
    try (Socket peer = new Socket()) {
      peer.setReceiveBufferSize(4_096);
      peer.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      Awaitility.await().until(() -> !hasArrived());
      assertThat(peer.getInputStream().readNBytes(BYTES)).hasSize(BYTES);
      Awaitility.await().until(this::hasArrived);
    }
  }
}
