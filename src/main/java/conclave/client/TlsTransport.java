package conclave.client;

import com.ongres.scram.common.util.TlsServerEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/** A TLS connection to a trusted server. It exists only after the handshake. */
final class TlsTransport implements Transport {
  private static final int HANDSHAKE_MILLIS = 15_000;

  private final Socket plain;
  private final SSLSocket socket;

  private TlsTransport(Socket plain, SSLSocket socket) {
    this.plain = plain;
    this.socket = socket;
  }

  /** Connects, over IPv6 first, and shakes hands. */
  static TlsTransport open(
      ServerAddress server, Trust trust, Optional<ClientCertificate> certificate)
      throws IOException, TrustRefused {
    Socket plain = reach(server);
    SSLSocket socket = null;
    try {
      socket =
          (SSLSocket)
              trust.sockets(certificate).createSocket(plain, server.host(), server.port(), true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
      parameters.setEndpointIdentificationAlgorithm("HTTPS"); // chains are checked for the host
      parameters.setApplicationProtocols(new String[] {"irc"});
      socket.setSSLParameters(parameters);
      socket.setSoTimeout(HANDSHAKE_MILLIS);
      socket.startHandshake();
      socket.setSoTimeout(0);
      return new TlsTransport(plain, socket);
    } catch (IOException e) {
      (socket == null ? plain : socket).close();
      throw refusal(e);
    }
  }

  @Override
  public InputStream input() throws IOException {
    return socket.getInputStream();
  }

  @Override
  public OutputStream output() throws IOException {
    return socket.getOutputStream();
  }

  @Override
  public void readTimeout(Duration limit) throws IOException {
    socket.setSoTimeout((int) limit.toMillis());
  }

  @Override
  public Optional<byte[]> endPoint() {
    try {
      X509Certificate leaf = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      return Optional.of(TlsServerEndpoint.getChannelBindingData(leaf))
          .filter(data -> data.length > 0);
    } catch (SSLPeerUnverifiedException | CertificateEncodingException e) {
      return Optional.empty();
    }
  }

  /** The server's certificate. */
  Fingerprint certificate() throws IOException {
    return Fingerprint.of((X509Certificate) socket.getSession().getPeerCertificates()[0]);
  }

  @Override
  public void cut() {
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
    try {
      return Reach.any(List.of(InetAddress.getAllByName(server.host())), server.port());
    } catch (UnknownHostException e) {
      throw new IOException("no address is known for " + server.host(), e);
    } catch (IOException e) {
      throw new IOException(e.getMessage() + " (" + server + ")", e);
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
