package conclave.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A port of the group: it lets those in who have proved to be nodes. JGroups itself would wait for
 * one stranger after the other while nodes want to come in.
 */
final class Doorway extends ServerSocket {
  /** Handshakes at once; who comes on top of them is refused. */
  static final int AT_ONCE = 32;

  private static final int HANDSHAKE_MILLIS = 2_000;

  private final SSLServerSocket inner;
  private final Strangers strangers;
  private final LinkedBlockingQueue<Socket> proved = new LinkedBlockingQueue<>();
  private final ExecutorService handshakes =
      new ThreadPoolExecutor(
          0,
          AT_ONCE,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> daemon(task, "cluster-handshake"));

  /** A port that is not bound yet. */
  Doorway(SSLServerSocket inner, Strangers strangers) throws IOException {
    this.inner = inner;
    this.strangers = strangers;
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void bind(SocketAddress endpoint, int backlog) throws IOException {
    inner.bind(endpoint, backlog);
    daemon(this::takeAll, "cluster-door-" + inner.getLocalPort()).start();
  }

  private void takeAll() {
    while (!inner.isClosed()) {
      try {
        SSLSocket socket = (SSLSocket) inner.accept();
        try {
          handshakes.execute(() -> prove(socket));
        } catch (RejectedExecutionException e) {
          strangers.refuse(socket.getRemoteSocketAddress(), "too many are coming in at once");
          close(socket);
        }
      } catch (IOException e) {
        // The port is closed, or one of those who come is gone already.
      }
    }
  }

  private void prove(SSLSocket socket) {
    try {
      socket.setSoTimeout(HANDSHAKE_MILLIS);
      socket.startHandshake();
      socket.setSoTimeout(0);
      proved.add(socket);
    } catch (IOException e) {
      strangers.refuse(socket.getRemoteSocketAddress(), e);
      close(socket);
    }
    if (inner.isClosed()) {
      proved.forEach(Doorway::close);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone then.
    }
  }

  @Override
  public Socket accept() throws IOException {
    try {
      while (!inner.isClosed()) {
        Socket next = proved.poll(1, TimeUnit.SECONDS);
        if (next != null) {
          return next;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new SocketException("closed");
  }

  @Override
  public void close() throws IOException {
    super.close();
    inner.close();
    handshakes.shutdownNow();
    proved.forEach(Doorway::close);
  }

  @Override
  public boolean isClosed() {
    return inner.isClosed();
  }

  @Override
  public boolean isBound() {
    return inner.isBound();
  }

  @Override
  public int getLocalPort() {
    return inner.getLocalPort();
  }

  @Override
  public InetAddress getInetAddress() {
    return inner.getInetAddress();
  }

  @Override
  public SocketAddress getLocalSocketAddress() {
    return new InetSocketAddress(inner.getInetAddress(), inner.getLocalPort());
  }

  @Override
  public synchronized void setReceiveBufferSize(int size) throws SocketException {
    inner.setReceiveBufferSize(size);
  }
}
