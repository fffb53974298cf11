package conclave.client;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;

/** What carries the bytes of a {@link Link}. One thread reads; another may write meanwhile. */
interface Transport extends Closeable {
  InputStream input() throws IOException;

  OutputStream output() throws IOException;

  /** A read that takes longer fails; zero waits for ever. */
  void readTimeout(Duration limit) throws IOException;

  /** What a proof is bound to: {@code tls-server-end-point} (RFC 5929 §4), where there is TLS. */
  Optional<byte[]> endPoint();

  /** Cuts without a farewell, so that a blocked reader or writer fails. */
  void cut();
}
