package conclave.client;

import com.ongres.scram.common.util.TlsServerEndpoint;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * One TLS connection to a trusted server. One thread reads; any may send. It exists only after the
 * handshake, so whoever holds one may speak.
 */
public final class Link implements Closeable {
  private static final int CONNECT_MILLIS = 10_000;
  private static final int HANDSHAKE_MILLIS = 15_000;

  private final Socket plain;
  private final SSLSocket socket;
  private final LineInput in;
  private final OutputStream out;
  private volatile long heardNanos = System.nanoTime();

  private Link(Socket plain, SSLSocket socket) throws IOException {
    this.plain = plain;
    this.socket = socket;
    this.in = new LineInput(socket.getInputStream());
    this.out = new BufferedOutputStream(socket.getOutputStream());
  }

  /**
   * Connects, over IPv6 first, and shakes hands.
   *
   * @throws TrustRefused if the server's certificate is not to be trusted
   * @throws IOException if the server can't be reached, or speaks no TLS
   */
  public static Link open(ServerAddress server, Trust trust) throws IOException, TrustRefused {
    Socket plain = reach(server);
    SSLSocket socket = null;
    try {
      socket = (SSLSocket) trust.sockets().createSocket(plain, server.host(), server.port(), true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
      parameters.setEndpointIdentificationAlgorithm("HTTPS"); // chains are checked for the host
      parameters.setApplicationProtocols(new String[] {"irc"});
      socket.setSSLParameters(parameters);
      socket.setSoTimeout(HANDSHAKE_MILLIS);
      socket.startHandshake();
      socket.setSoTimeout(0);
      return new Link(plain, socket);
    } catch (IOException e) {
      (socket == null ? plain : socket).close();
      throw refusal(e);
    }
  }

  /** The next line; null when the server has closed the connection. */
  public @Nullable IrcLine read() throws IOException {
    String line = readText();
    return line == null ? null : IrcLine.parse(line);
  }

  @Nullable String readText() throws IOException {
    String line = in.next();
    heardNanos = System.nanoTime();
    return line;
  }

  public void send(IrcLine line) throws IOException {
    sendText(line.write());
  }

  synchronized void sendText(String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** A read that takes longer fails; zero waits for ever. */
  void readTimeout(Duration limit) throws IOException {
    socket.setSoTimeout((int) limit.toMillis());
  }

  /** What a proof is bound to: {@code tls-server-end-point} (RFC 5929 §4). */
  Optional<byte[]> endPoint() {
    try {
      X509Certificate leaf = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      return Optional.of(TlsServerEndpoint.getChannelBindingData(leaf))
          .filter(data -> data.length > 0);
    } catch (SSLPeerUnverifiedException | CertificateEncodingException e) {
      return Optional.empty();
    }
  }

  /** How long the server has said nothing. */
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - heardNanos);
  }

  /** Cuts the connection without a farewell, so that a blocked reader or sender fails. */
  void cut() {
    try {
      plain.close();
    } catch (IOException e) {
      // it is gone, which is what was asked for
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static Socket reach(ServerAddress server) throws IOException {
    IOException failure = new UnknownHostException("no address is known for " + server.host());
    for (InetAddress address : addresses(server.host())) {
      Socket plain = new Socket();
      try {
        plain.setTcpNoDelay(true);
        plain.setKeepAlive(true);
        plain.connect(new InetSocketAddress(address, server.port()), CONNECT_MILLIS);
        return plain;
      } catch (IOException e) {
        plain.close();
        failure = new IOException(e.getMessage() + " (" + server + ")", e);
      }
    }
    throw failure;
  }

  private static List<InetAddress> addresses(String host) throws IOException {
    try {
      return Arrays.stream(InetAddress.getAllByName(host))
          .sorted(Comparator.comparing(address -> address instanceof Inet6Address ? 0 : 1))
          .toList();
    } catch (UnknownHostException e) {
      throw new IOException("no address is known for " + host, e);
    }
  }

  private static IOException refusal(IOException e) throws TrustRefused {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof TrustRefused refused) {
        throw refused;
      }
    }
    return e instanceof SSLException
        ? new IOException("no TLS connection came about: " + e.getMessage(), e)
        : e;
  }
}
