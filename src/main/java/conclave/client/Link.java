package conclave.client;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a trusted server, line by line. One thread reads; any may send. It exists only
 * after the handshake, so whoever holds one may speak.
 */
public final class Link implements Closeable, Wire {
  private final Transport transport;
  private final LineInput in;
  private final OutputStream out;
  private volatile long heardNanos = System.nanoTime();

  private Link(Transport transport) throws IOException {
    this.transport = transport;
    this.in = new LineInput(transport.input());
    this.out = new BufferedOutputStream(transport.output());
  }

  /**
   * Connects over TLS, over IPv6 first.
   *
   * @throws TrustRefused if the server's certificate is not to be trusted
   * @throws IOException if the server can't be reached, or speaks no TLS
   */
  public static Link open(ServerAddress server, Trust trust) throws IOException, TrustRefused {
    return open(server, trust, Optional.empty());
  }

  /** The same, and shows the server this certificate if it asks for one. */
  static Link open(ServerAddress server, Trust trust, Optional<ClientCertificate> certificate)
      throws IOException, TrustRefused {
    return new Link(TlsTransport.open(server, trust, certificate));
  }

  /**
   * Connects to a UNIX domain socket of this machine.
   *
   * @throws IOException if nobody listens there, or this user may not
   */
  public static Link local(Path socket) throws IOException {
    return new Link(LocalTransport.open(socket));
  }

  /** The next line; null when the server has closed the connection. */
  @Override
  public @Nullable IrcLine read() throws IOException {
    String line = readText();
    return line == null ? null : IrcLine.parse(line);
  }

  @Nullable String readText() throws IOException {
    String line = in.next();
    heardNanos = System.nanoTime();
    return line;
  }

  @Override
  public void send(IrcLine line) throws IOException {
    sendText(line.write());
  }

  synchronized void sendText(String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** A read that takes longer fails; zero waits for ever. */
  void readTimeout(Duration limit) throws IOException {
    transport.readTimeout(limit);
  }

  /** What a proof is bound to: {@code tls-server-end-point} (RFC 5929 §4). */
  Optional<byte[]> endPoint() {
    return transport.endPoint();
  }

  /** How long the server has said nothing. */
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - heardNanos);
  }

  /** Cuts the connection without a farewell, so that a blocked reader or sender fails. */
  @Override
  public void cut() {
    transport.cut();
  }

  @Override
  public void close() throws IOException {
    transport.close();
  }
}
