package conclave.client;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Lines in both directions. */
interface Wire {
  void send(IrcLine line) throws IOException;

  /** The next line; null when the server has closed the connection. */
  @Nullable IrcLine read() throws IOException;

  /** Cuts the connection without a farewell. */
  void cut();
}
