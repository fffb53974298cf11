package conclave.gateway;

import conclave.config.Config;
import conclave.config.Endpoint;
import conclave.config.ServerConfig;
import conclave.config.TlsConfig;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The options of the sockets that listen (RFC 9325). */
public final class Tls {
  private static final Logger LOG = LoggerFactory.getLogger(Tls.class);
  private static final int BACKLOG = 4_096;

  /**
   * What the system takes for a peer whose line is thin is out of our hands, and lost with the
   * connection: seconds of talk, not minutes.
   */
  private static final int SEND_BUFFER = 128 << 10;

  private static final int HANDSHAKE_SECONDS = 10;
  private static final int CLOSING_SECONDS = 5;

  /** Only suites with authenticated encryption and forward secrecy. */
  private static final List<String> SUITES =
      List.of(
          "TLS_AES_128_GCM_SHA256",
          "TLS_AES_256_GCM_SHA384",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

  private Tls() {}

  /** Every address of the configuration, with its options. */
  public static List<ListenerVerticle.Port> ports(Config config, ServerCertificate certificate) {
    List<ListenerVerticle.Port> ports = new ArrayList<>();
    ServerConfig server = config.server();
    add(ports, server, server.listen(), () -> secure(new NetServerOptions(), config, certificate));
    add(ports, server, server.listenPlaintext(), () -> common(new NetServerOptions()));
    add(ports, server, server.listenWebsocket(), () -> secure(http(), config, certificate));
    add(ports, server, server.listenWebsocketPlaintext(), () -> common(http()));
    return ports;
  }

  private static void add(
      List<ListenerVerticle.Port> ports,
      ServerConfig server,
      List<Endpoint> endpoints,
      Supplier<NetServerOptions> options) {
    endpoints.forEach(e -> ports.add(port(server, e, ports.size(), options.get())));
  }

  /** A port that the system chooses is the same for all listeners that ask with the same number. */
  private static ListenerVerticle.Port port(
      ServerConfig server, Endpoint endpoint, int index, NetServerOptions options) {
    SocketAddress address =
        endpoint.port() == 0
            ? SocketAddress.sharedRandomPort(index + 1, endpoint.host())
            : SocketAddress.inetSocketAddress(endpoint.port(), endpoint.host());
    options.setUseProxyProtocol(server.proxies().listen().contains(endpoint));
    return new ListenerVerticle.Port(address, options);
  }

  private static NetServerOptions common(NetServerOptions options) {
    return options.setAcceptBacklog(BACKLOG).setTcpKeepAlive(true).setSendBufferSize(SEND_BUFFER);
  }

  /** Limits for WebSockets: a message of several frames is no longer than one may be. */
  static HttpServerOptions http() {
    return new HttpServerOptions()
        .setAlpnVersions(List.of(HttpVersion.HTTP_1_1))
        .setWebSocketSubProtocols(List.of(WebSocketWire.TEXT, WebSocketWire.BINARY))
        .setMaxWebSocketFrameSize(WebSocketWire.MAX_MESSAGE)
        .setMaxWebSocketMessageSize(WebSocketWire.MAX_MESSAGE)
        .setWebSocketClosingTimeout(CLOSING_SECONDS)
        .setHttp2ClearTextEnabled(false)
        // A compressed frame is limited only once it is inflated, which stops the loop for seconds.
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false);
  }

  private static NetServerOptions secure(
      NetServerOptions options, Config config, ServerCertificate certificate) {
    common(options).setSsl(true).setKeyCertOptions(certificate.options());
    options
        .getSslOptions()
        .setEnabledSecureTransportProtocols(new LinkedHashSet<>(config.tls().protocols()))
        .setUseAlpn(true)
        .setApplicationLayerProtocols(List.of("irc"))
        .setSslHandshakeTimeout(HANDSHAKE_SECONDS)
        .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS);
    if (config.tls().clientCertificates() == TlsConfig.ClientCertificates.REQUEST) {
      options
          .setClientAuth(ClientAuth.REQUEST)
          .setTrustOptions(TrustOptions.wrap(new ClientCertificates()));
    }
    SUITES.forEach(options.getSslOptions()::addEnabledCipherSuite);
    if (OpenSSLEngineOptions.isAvailable()) {
      return options.setSslEngineOptions(new OpenSSLEngineOptions());
    }
    LOG.warn(
        "BoringSSL does not load on this platform; the JDK's TLS engine is used, which costs more");
    return options.setSslEngineOptions(new JdkSSLEngineOptions());
  }
}
