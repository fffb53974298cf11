package conclave.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jgroups.util.DefaultSocketFactory;

/** All sockets of the group: mutual TLS 1.3, whichever protocol of JGroups asks for them. */
final class Doors extends DefaultSocketFactory {
  private static final String[] PROTOCOLS = {"TLSv1.3"};

  private final SSLContext context;
  private final Strangers strangers = new Strangers("cluster.listen");

  Doors(SSLContext context) {
    super(context);
    this.context = context;
    setSocketConfigurator(Doors::asClient);
  }

  private static void asClient(Socket socket) {
    ((SSLSocket) socket).setEnabledProtocols(PROTOCOLS);
  }

  @Override
  public ServerSocket createServerSocket(String service) throws IOException {
    SSLServerSocket inner = (SSLServerSocket) context.getServerSocketFactory().createServerSocket();
    inner.setEnabledProtocols(PROTOCOLS);
    inner.setNeedClientAuth(true);
    return new Doorway(inner, strangers);
  }

  @Override
  public ServerSocket createServerSocket(String service, int port) throws IOException {
    return createServerSocket(service, port, 0);
  }

  @Override
  public ServerSocket createServerSocket(String service, int port, int backlog) throws IOException {
    return bound(createServerSocket(service), new InetSocketAddress(port), backlog);
  }

  @Override
  public ServerSocket createServerSocket(String service, int port, int backlog, InetAddress at)
      throws IOException {
    return bound(createServerSocket(service), new InetSocketAddress(at, port), backlog);
  }

  private static ServerSocket bound(ServerSocket socket, InetSocketAddress at, int backlog)
      throws IOException {
    socket.bind(at, backlog);
    return socket;
  }
}
