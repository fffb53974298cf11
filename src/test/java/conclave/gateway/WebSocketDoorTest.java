package conclave.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.config.ConfigLoader;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who comes to the door of WebSockets and says nothing. */
class WebSocketDoorTest {
  private static final int PATIENCE_MILLIS = 5_000;

  private final Vertx vertx = Vertx.vertx();
  private Door door;

  /** Lets everybody in. */
  private record Open() implements Reception {
    @Override
    public boolean heeds(ListenerVerticle.Port port, SocketAddress real) {
      return true;
    }

    @Override
    public Optional<String> refusal(AddressPrefix prefix) {
      return Optional.empty();
    }

    @Override
    public void left(AddressPrefix prefix) {}

    @Override
    public void admit(Wire wire, AddressPrefix prefix) {}

    @Override
    public void failed(ListenerVerticle.Port port, Throwable failure) {}
  }

  @BeforeEach
  void open() {
    SocketAddress here = SocketAddress.inetSocketAddress(0, "127.0.0.1");
    ListenerVerticle.Port port = new ListenerVerticle.Port(here, Tls.http());
    door = new WebSocketDoor(vertx, port, ConfigLoader.defaults(), new Open());
    vertx
        .deployVerticle(
            new VerticleBase() {
              @Override
              public Future<?> start() {
                return door.open();
              }
            })
        .await();
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private Socket knock() throws IOException {
    InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    Socket socket = new Socket(here, door.port());
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  @Test
  void ofThoseWhoSayNothingTheLongestThereGivesWay() throws IOException {
    List<Socket> silent = new ArrayList<>();
    for (int i = 0; i <= WebSocketDoor.MAX_WAITING; i++) {
      silent.add(knock());
    }
    assertThat(silent.get(0).getInputStream().read()).isEqualTo(-1);
    try (Socket last = silent.get(WebSocketDoor.MAX_WAITING)) {
      last.getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      byte[] begin = last.getInputStream().readNBytes(12);
      assertThat(new String(begin, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 426");
    }
    for (Socket socket : silent) {
      socket.close();
    }
  }
}
