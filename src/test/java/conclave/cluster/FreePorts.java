package conclave.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports in a row, for nodes that must be known before they listen. */
public final class FreePorts {
  private static final int FIRST = 20_000;
  private static final int RANGE = 5_000;

  /** Of two processes that run tests side by side, each has its own. */
  private static final int BASE = FIRST + RANGE * (Integer.getInteger("test.fork", 1) % 2);

  private static int next = ThreadLocalRandom.current().nextInt(RANGE);

  private FreePorts() {}

  /** The first of so many on which nobody listens at {@code ::1}, and that were not given yet. */
  public static synchronized int row(int count) {
    for (int attempt = 0; attempt < RANGE; attempt++) {
      int first = BASE + next % (RANGE - count);
      next += count;
      if (areFree(first, count)) {
        return first;
      }
    }
    throw new IllegalStateException("no " + count + " free ports in a row");
  }

  private static boolean areFree(int first, int count) {
    boolean areFree = true;
    for (int port = first; areFree && port < first + count; port++) {
      areFree = isFree(port);
    }
    return areFree;
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      byte[] here = new byte[16];
      here[15] = 1;
      probe.bind(new InetSocketAddress(InetAddress.getByAddress(here), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
