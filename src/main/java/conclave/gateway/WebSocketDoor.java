package conclave.gateway;

import conclave.config.Config;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import io.vertx.core.net.ServerSSLOptions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets WebSockets in (IRCv3 websocket, RFC 6455): of programs, and of those pages that the
 * configuration lists. What else is asked over HTTP is answered with an error.
 */
final class WebSocketDoor implements Door {
  /** What is no WebSocket until then is closed. */
  private static final long PATIENCE_MILLIS = 10_000;

  /** So many may be none yet; when one more comes, the one that has been that longest is closed. */
  static final int MAX_WAITING = 1_000;

  private static final String PROTOCOLS = "Sec-WebSocket-Protocol";
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int UPGRADE_REQUIRED = 426;
  private static final int TOO_MANY = 429;

  private final Vertx vertx;
  private final ListenerVerticle.Port port;
  private final Config config;
  private final Reception reception;
  private final HttpServer server;

  /** Those that are not WebSockets yet, and so not counted at the gate, each with its timer. */
  private final Map<HttpConnection, Long> waiting = new LinkedHashMap<>();

  WebSocketDoor(Vertx vertx, ListenerVerticle.Port port, Config config, Reception reception) {
    this.vertx = vertx;
    this.port = port;
    this.config = config;
    this.reception = reception;
    this.server = vertx.createHttpServer((HttpServerOptions) port.options());
  }

  @Override
  public Future<?> open() {
    server.connectionHandler(this::connected);
    server.requestHandler(this::asked);
    server.exceptionHandler(failure -> reception.failed(port, failure));
    return server
        .listen(port.address())
        .recover(failure -> Future.failedFuture(new CannotListen(port.address(), failure)));
  }

  private void connected(HttpConnection connection) {
    if (!reception.heeds(port, connection.remoteAddress(true))) {
      connection.close();
      return;
    }
    if (waiting.size() >= MAX_WAITING) {
      HttpConnection longest = waiting.keySet().iterator().next();
      stopWaiting(longest);
      longest.close();
    }
    waiting.put(connection, vertx.setTimer(PATIENCE_MILLIS, id -> connection.close()));
    connection.closeHandler(closed -> stopWaiting(connection));
  }

  private void stopWaiting(HttpConnection connection) {
    Long timer = waiting.remove(connection);
    if (timer != null) {
      vertx.cancelTimer(timer);
    }
  }

  private void asked(HttpServerRequest request) {
    if (!HttpHeaders.WEBSOCKET
        .toString()
        .equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
      request.response().putHeader(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET);
      refuse(request, UPGRADE_REQUIRED, "Here WebSockets are spoken alone");
    } else if (!mayAsk(request.getHeader(HttpHeaders.ORIGIN))) {
      refuse(request, FORBIDDEN, "This page is not in server.websocket-origins");
    } else if (!speaks(request.getHeader(PROTOCOLS))) {
      refuse(request, BAD_REQUEST, "Here text.ircv3.net and binary.ircv3.net are spoken");
    } else {
      enter(request);
    }
  }

  private void enter(HttpServerRequest request) {
    AddressPrefix prefix = AddressPrefix.of(request.connection());
    Optional<String> no = reception.refusal(prefix);
    if (no.isPresent()) {
      refuse(request, TOO_MANY, no.get());
      return;
    }
    request
        .toWebSocket()
        .onComplete(
            socket -> {
              stopWaiting(request.connection());
              reception.admit(wire(socket), prefix);
            },
            failure -> reception.left(prefix));
  }

  private static Wire wire(ServerWebSocket socket) {
    return new WebSocketWire((WebSocketInternal) socket);
  }

  /** A program has no origin; a page in a browser cannot hide its own. */
  private boolean mayAsk(@Nullable String origin) {
    List<String> allowed = config.server().websocketOrigins();
    return origin == null
        || allowed.contains("*")
        || allowed.contains(origin.toLowerCase(Locale.ROOT));
  }

  /** Who names subprotocols names one of ours. */
  private static boolean speaks(@Nullable String protocols) {
    return protocols == null
        || Arrays.stream(protocols.split(","))
            .map(String::strip)
            .anyMatch(one -> one.equals(WebSocketWire.TEXT) || one.equals(WebSocketWire.BINARY));
  }

  private static void refuse(HttpServerRequest request, int status, String why) {
    request
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
        .end(why + ".\n")
        .onComplete(done -> request.connection().close());
  }

  @Override
  public Future<?> secure(ServerSSLOptions options) {
    return server.updateSSLOptions(options);
  }

  @Override
  public int port() {
    return server.actualPort();
  }

  /** Vert.x would end those who are in before they are told: the port stays, and refuses. */
  @Override
  public void turnAway() {
    // the reception heeds nobody any more
  }

  @Override
  public Future<Void> close() {
    return server.close();
  }
}
