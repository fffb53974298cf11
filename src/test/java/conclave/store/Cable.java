package conclave.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A way to a server that can be cut: whoever calls sees the end, and the server nothing. Until then
 * it may swallow what the server says.
 */
final class Cable implements AutoCloseable {
  private final ServerSocket door;
  private final int to;
  private final List<Socket> callers = new CopyOnWriteArrayList<>();
  private final List<Socket> servers = new CopyOnWriteArrayList<>();
  private volatile boolean isMute;

  Cable(int to) throws IOException {
    this.to = to;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "cable");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return door.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket caller = door.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), to);
        callers.add(caller);
        servers.add(server);
        start(() -> pass(caller, server, false));
        start(() -> pass(server, caller, true));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void pass(Socket from, Socket into, boolean isAnswer) {
    byte[] some = new byte[8_192];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = into.getOutputStream();
      for (int n = in.read(some); n >= 0; n = in.read(some)) {
        if (!(isAnswer && isMute)) {
          out.write(some, 0, n);
        }
      }
      if (isAnswer) {
        into.close();
      }
    } catch (IOException e) {
      // cut
    }
  }

  /** From now on nothing comes back. */
  void swallowAnswers() {
    isMute = true;
  }

  /** All who call now see the end of it; the server goes on, and sees none. */
  void cut() throws IOException {
    for (Socket caller : callers) {
      caller.close();
    }
    callers.clear();
    isMute = false;
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
    for (Socket server : servers) {
      server.close();
    }
  }
}
