package conclave.it;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line between clients and a server, which can be cut in one direction or in both. */
final class Wiretap implements AutoCloseable {
  private static final int PIECE = 8_192;

  private final ServerSocket socket;
  private final List<Socket> ends = new CopyOnWriteArrayList<>();
  private volatile int server;
  private volatile boolean isDeaf;

  /** A line to the server on this port of this machine. */
  Wiretap(int server) {
    this.server = server;
    try {
      socket = new ServerSocket();
      socket.bind(new InetSocketAddress(Door.here(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::acceptAll);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** The server is there from now on. */
  void leadTo(int port) {
    server = port;
  }

  /** Nobody is reached from now on. */
  void leadNowhere() {
    server = 1;
  }

  /** From now on nothing that the server says arrives; what clients say does. */
  void deafen() {
    isDeaf = true;
  }

  /** Cuts all connections; the next ones carry everything again. */
  void cut() {
    ends.forEach(Wiretap::close);
    ends.clear();
    isDeaf = false;
  }

  private void acceptAll() {
    try {
      while (!socket.isClosed()) {
        Socket client = socket.accept();
        ends.add(client);
        Socket to = new Socket();
        ends.add(to);
        try {
          to.connect(new InetSocketAddress(Door.here(), server));
          daemon(() -> carry(client, to, false));
          daemon(() -> carry(to, client, true));
        } catch (IOException nobodyThere) {
          close(client);
        }
      }
    } catch (IOException e) {
      cut(); // closed
    }
  }

  private void carry(Socket from, Socket to, boolean isFromServer) {
    byte[] piece = new byte[PIECE];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        if (!isFromServer || !isDeaf) {
          out.write(piece, 0, read);
        }
      }
    } catch (IOException e) {
      close(from); // cut
      close(to);
    }
  }

  private static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "wiretap");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    close(socket);
    cut();
  }
}
