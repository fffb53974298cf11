package conclave.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Connects to whichever of a server's addresses answers first: IPv6 has a head start, and an
 * address that says nothing holds up the next one for a moment only (RFC 8305 §5).
 */
final class Reach {
  private static final long HEAD_START_MILLIS = 250;
  private static final int CONNECT_MILLIS = 10_000;

  /** How one attempt ended. */
  private record Outcome(Socket socket, Optional<IOException> failure) {}

  private final int port;
  private final Deque<InetAddress> next;
  private final List<Socket> begun = new ArrayList<>();
  private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
  private int open;

  private Reach(Deque<InetAddress> addresses, int port) {
    this.next = addresses;
    this.port = port;
  }

  /**
   * Connects.
   *
   * @param addresses of one server, at least one
   * @throws IOException of the last attempt, where none can be reached
   */
  static Socket any(Collection<InetAddress> addresses, int port) throws IOException {
    Reach reach = new Reach(inTurns(addresses), port);
    Optional<Socket> first = Optional.empty();
    try {
      first = Optional.of(reach.first());
      return first.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("given up");
    } finally {
      for (Socket socket : reach.begun) {
        if (first.filter(socket::equals).isEmpty()) {
          socket.close();
        }
      }
    }
  }

  /** By families, IPv6 first (RFC 8305 §4). */
  private static Deque<InetAddress> inTurns(Collection<InetAddress> addresses) {
    Deque<InetAddress> ipv6 = new ArrayDeque<>();
    Deque<InetAddress> ipv4 = new ArrayDeque<>();
    addresses.forEach(address -> (address instanceof Inet6Address ? ipv6 : ipv4).add(address));
    Deque<InetAddress> all = new ArrayDeque<>();
    while (!ipv6.isEmpty() || !ipv4.isEmpty()) {
      Optional.ofNullable(ipv6.poll()).ifPresent(all::add);
      Optional.ofNullable(ipv4.poll()).ifPresent(all::add);
    }
    return all;
  }

  private Socket first() throws IOException, InterruptedException {
    begin();
    while (true) {
      Outcome outcome =
          next.isEmpty()
              ? outcomes.take()
              : outcomes.poll(HEAD_START_MILLIS, TimeUnit.MILLISECONDS);
      if (outcome == null) {
        begin();
        continue;
      }
      open--;
      if (outcome.failure.isEmpty()) {
        return outcome.socket;
      }
      if (!next.isEmpty()) {
        begin();
      } else if (open == 0) {
        throw outcome.failure.get();
      }
    }
  }

  private void begin() {
    InetSocketAddress to = new InetSocketAddress(next.remove(), port);
    Socket socket = new Socket();
    begun.add(socket);
    open++;
    Thread attempt = new Thread(() -> outcomes.add(tried(socket, to)), "connect");
    attempt.setDaemon(true);
    attempt.start();
  }

  private static Outcome tried(Socket socket, InetSocketAddress to) {
    try {
      socket.setTcpNoDelay(true);
      socket.setKeepAlive(true);
      socket.connect(to, CONNECT_MILLIS);
      return new Outcome(socket, Optional.empty());
    } catch (IOException e) {
      return new Outcome(socket, Optional.of(e));
    }
  }
}
