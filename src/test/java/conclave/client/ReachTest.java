package conclave.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server is found by whichever of its addresses answers. */
class ReachTest {
  private static final InetAddress IPV6 = address("::1");
  private static final InetAddress IPV4 = address("127.0.0.1");

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private ServerSocket listening(InetAddress at, int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    open.add(socket);
    socket.bind(new InetSocketAddress(at, port), 1);
    return socket;
  }

  /** Nobody takes what waits there, so that whoever comes next hears nothing. */
  private void fill(ServerSocket socket) throws IOException {
    for (int i = 0; i < 2; i++) {
      Socket waiting = new Socket();
      open.add(waiting);
      waiting.connect(socket.getLocalSocketAddress());
    }
  }

  private InetAddress reached(int port, InetAddress... addresses) throws IOException {
    try (Socket socket = Reach.any(List.of(addresses), port)) {
      return socket.getInetAddress();
    }
  }

  @Test
  void ipv6IsTakenWhereBothAnswer() throws Exception {
    int port = listening(IPV6, 0).getLocalPort();
    listening(IPV4, port);
    assertThat(reached(port, IPV4, IPV6)).isEqualTo(IPV6);
  }

  @Test
  void anAddressThatRefusesIsPassedOver() throws Exception {
    int port = listening(IPV4, 0).getLocalPort();
    assertThat(reached(port, IPV6, IPV4)).isEqualTo(IPV4);
  }

  @Test
  void anAddressThatSaysNothingIsNotWaitedFor() throws Exception {
    ServerSocket silent = listening(IPV6, 0);
    fill(silent);
    listening(IPV4, silent.getLocalPort());
    assertThat(reached(silent.getLocalPort(), IPV6, IPV4)).isEqualTo(IPV4);
  }

  @Test
  void whereNobodyListensTheReasonIsTold() throws Exception {
    ServerSocket gone = listening(IPV6, 0);
    gone.close();
    assertThatThrownBy(() -> reached(gone.getLocalPort(), IPV6, IPV4))
        .isInstanceOf(ConnectException.class);
  }
}
