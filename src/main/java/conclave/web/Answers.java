package conclave.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How requests are answered, and the headers that every answer has. */
final class Answers {
  static final String HTML = "text/html; charset=utf-8";
  static final String TEXT = "text/plain; charset=utf-8";

  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  /** No script, style or picture but those of this server, and forms go nowhere else. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private Answers() {}

  static HttpServerResponse head(RoutingContext context, int status, String type) {
    return context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", type)
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        // with no-referrer, browsers would not say where a form comes from
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader("Cache-Control", "no-store");
  }

  static void answer(RoutingContext context, int status, String type, String body) {
    if (context.response().ended() || context.response().closed()) {
      return;
    }
    Buffer bytes = Buffer.buffer(body);
    HttpServerResponse response =
        head(context, status, type).putHeader("Content-Length", Integer.toString(bytes.length()));
    // over HTTP/2, Vert.x would send the body to HEAD too
    if (context.request().method().equals(HttpMethod.HEAD)) {
      response.end();
    } else {
      response.end(bytes);
    }
  }

  /** The browser goes on there by itself, with GET. */
  static void goTo(RoutingContext context, String path) {
    context.response().putHeader("Location", path);
    answer(context, 303, TEXT, "");
  }

  static void refuse(RoutingContext context, int status) {
    if (status == 500) {
      LOG.error("a request to the status page failed", context.failure());
    }
    String why =
        switch (status) {
          case 403 -> "That may not be read or done from there.";
          case 404 -> "There is nothing here.";
          case 405 -> "Only GET and HEAD work here.";
          case 413 -> "That is too long.";
          case 500 -> "That went wrong on the server; its log tells more.";
          case 503 -> "Too many listen already; try again later.";
          default -> "That is not a request this server understands.";
        };
    answer(context, status, TEXT, why + "\n");
  }

  static String resource(String name) {
    try (InputStream in = Answers.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
