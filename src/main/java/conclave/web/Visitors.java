package conclave.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Whose request it is, and whether it comes from a page of this server. One loop. */
final class Visitors {
  /** The prefix has browsers refuse it but over TLS, for this host alone (RFC 6265bis §4.1.3). */
  static final String COOKIE = "__Host-conclave";

  private final Visits visits;

  Visitors(Visits visits) {
    this.visits = visits;
  }

  Optional<Visit> of(RoutingContext context) {
    return Optional.ofNullable(context.request().getCookie(COOKIE))
        .map(Cookie::getValue)
        .flatMap(visits::find);
  }

  /** From now on the browser shows that it is this visitor. */
  void begin(RoutingContext context, Visit visit) {
    context.response().addCookie(cookie(visit.cookie()));
  }

  void end(RoutingContext context, Visit visit) {
    visits.end(visit);
    context.response().addCookie(cookie("").setMaxAge(0));
  }

  private static Cookie cookie(String value) {
    return Cookie.cookie(COOKIE, value)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(true)
        .setSameSite(CookieSameSite.STRICT);
  }

  /**
   * Does what a form asks, where somebody who has logged in has sent it from a page of this one.
   */
  void act(RoutingContext context, BiConsumer<RoutingContext, Visit> work) {
    Optional<Visit> visit = of(context);
    if (visit.isEmpty()) {
      Answers.goTo(context, "/log-in");
    } else if (!isOwn(context.request()) || !isToken(visit.get(), context)) {
      context.fail(403);
    } else {
      work.accept(context, visit.get());
    }
  }

  private static boolean isToken(Visit visit, RoutingContext context) {
    @Nullable String given = context.request().getFormAttribute("token");
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), visit.token().getBytes(StandardCharsets.UTF_8));
  }

  /** Browsers say with every form where it comes from (Fetch §3.2). */
  static boolean isOwn(HttpServerRequest request) {
    @Nullable String origin = request.getHeader("Origin");
    @Nullable String site = request.getHeader("Sec-Fetch-Site");
    @Nullable HostAndPort self = request.authority();
    return origin != null
        && self != null
        && origin
            .toLowerCase(Locale.ROOT)
            .equals("https://" + self.toString().toLowerCase(Locale.ROOT))
        && (site == null || site.equals("same-origin"));
  }
}
