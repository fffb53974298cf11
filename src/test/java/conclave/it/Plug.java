package conclave.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** Opens TLS sockets to servers that must show a certificate. */
final class Plug {
  /** Small, so that one who does not read is soon noticed. */
  private static final int RECEIVE_BUFFER = 16_384;

  /** A server that stands still takes connections, and says nothing to them. */
  private static final int HANDSHAKE_MILLIS = 10_000;

  private Plug() {}

  /**
   * Connects.
   *
   * @param header goes before TLS
   * @param source the address that it comes from; nothing for any
   * @param fingerprint of the certificate that must be shown
   */
  static Socket open(
      byte[] header,
      Optional<InetAddress> source,
      InetAddress server,
      int port,
      String fingerprint) {
    try {
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, new TrustManager[] {new Pinned(fingerprint)}, new SecureRandom());
      Socket socket = new Socket();
      socket.setReceiveBufferSize(RECEIVE_BUFFER);
      if (source.isPresent()) {
        socket.bind(new InetSocketAddress(source.get(), 0));
      }
      socket.connect(new InetSocketAddress(server, port));
      socket.getOutputStream().write(header);
      SSLSocket secure =
          (SSLSocket)
              tls.getSocketFactory().createSocket(socket, server.getHostAddress(), port, true);
      secure.setSoTimeout(HANDSHAKE_MILLIS);
      secure.startHandshake();
      secure.setSoTimeout(0);
      return secure;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("no connection to port " + port, e);
    }
  }
}
