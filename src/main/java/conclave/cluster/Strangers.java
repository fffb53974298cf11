package conclave.cluster;

import java.net.SocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs who was refused at a port of the cluster: one sentence a second at most, which says how many
 * were refused unheard since the last. Any thread.
 */
final class Strangers {
  private static final Logger LOG = LoggerFactory.getLogger(Strangers.class);
  private static final long APART = TimeUnit.SECONDS.toNanos(1);

  private final String port;
  private final LongSupplier clock;
  private boolean hasSpoken;
  private long last;
  private long unheard;

  /**
   * Of one port.
   *
   * @param port as the log names it
   */
  Strangers(String port) {
    this(port, System::nanoTime);
  }

  Strangers(String port, LongSupplier clock) {
    this.port = port;
    this.clock = clock;
  }

  /** Somebody did not prove to be a node. */
  void refuse(SocketAddress from, Throwable why) {
    refuse(from, reason(why));
  }

  /** As {@link #refuse(SocketAddress, Throwable)}, in words. */
  synchronized void refuse(SocketAddress from, String why) {
    long now = clock.getAsLong();
    if (hasSpoken && now - last < APART) {
      unheard++;
      return;
    }
    String more = unheard == 0 ? "" : " (and " + unheard + " before)";
    LOG.warn("refused {} at {}, which is for nodes: {}{}", shown(from), port, why, more);
    hasSpoken = true;
    last = now;
    unheard = 0;
  }

  private static String shown(SocketAddress from) {
    String text = from.toString();
    return text.startsWith("/") ? text.substring(1) : text;
  }

  private static String reason(Throwable why) {
    Throwable root = why;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String text = String.valueOf(root.getMessage());
    if (text.contains("not an SSL/TLS record") || text.contains("Unsupported or unrecognized")) {
      return "it does not speak TLS";
    }
    if (text.contains("Empty client certificate chain") || text.contains("bad_certificate")) {
      return "it showed no certificate of a node";
    }
    if (text.contains("certification path") || text.contains("Path does not chain")) {
      return "its certificate is of another authority than those in cluster.ca";
    }
    return why instanceof SSLException && !text.contains("shut down") && !text.contains("closed")
        ? text
        : "it did not complete the TLS handshake";
  }
}
