package conclave.web;

import conclave.account.Right;
import conclave.command.AccountNews;
import conclave.command.AccountOrder.ListSessions;
import conclave.config.StatusConfig;
import conclave.config.StatusConfig.Visibility;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Which path gives what. One loop. */
final class StatusRoutes {
  private static final long MAX_FORM = 4_096;

  private static final String LOG_IN = "<nav><a href=\"/log-in\">Log in</a></nav>\n";

  /** What the page is made of. */
  record Parts(
      Supplier<StatusConfig> config,
      Supplier<Snapshot> snapshots,
      Rates rates,
      LiveEvents events,
      Insight insight,
      HealthRoutes health,
      Visitors visitors,
      LogInRoutes logIn,
      ActionRoutes actions,
      Desk desk) {}

  private final Parts parts;
  private final boolean isSecure;

  StatusRoutes(Parts parts) {
    this.parts = parts;
    this.isSecure = parts.config.get().tls();
  }

  Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    get(router, "/health/live").handler(parts.health::live);
    get(router, "/health/ready").handler(parts.health::ready);
    get(router, "/metrics").handler(parts.health::metrics);
    router.route().handler(this::admit);
    get(router, "/").handler(this::page);
    get(router, "/events").handler(this::listen);
    file(router, "status.css", "text/css; charset=utf-8");
    file(router, "status.js", "text/javascript; charset=utf-8");
    file(router, "icon.svg", "image/svg+xml");
    if (isSecure) { // nobody logs in in the clear
      get(router, "/log-in").handler(parts.logIn::show);
      get(router, "/sessions").handler(this::sessions);
      post(router, "/log-in", parts.logIn::logIn);
      post(router, "/log-out", parts.logIn::logOut);
      post(router, "/disconnect", parts.actions::disconnect);
      post(router, "/announce", parts.actions::announce);
      post(router, "/revoke", parts.actions::revoke);
      post(router, "/drain", parts.actions::drain);
    }
    router.route().handler(StatusRoutes::nothing);
    List.of(400, 403, 404, 405, 413, 414, 500, 503)
        .forEach(status -> router.errorHandler(status, failed -> Answers.refuse(failed, status)));
    return router;
  }

  private static Route get(Router router, String path) {
    return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
  }

  private static void post(Router router, String path, Handler<RoutingContext> handler) {
    router.post(path).handler(BodyHandler.create(false).setBodyLimit(MAX_FORM)).handler(handler);
  }

  private static void file(Router router, String name, String type) {
    String content = Answers.resource(name);
    get(router, "/" + name).handler(context -> Answers.answer(context, 200, type, content));
  }

  private static void nothing(RoutingContext context) {
    HttpMethod method = context.request().method();
    if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
      context.fail(404);
    } else {
      context.response().putHeader("Allow", "GET, HEAD");
      context.fail(405);
    }
  }

  private void admit(RoutingContext context) {
    if (Access.isFrom(context.request(), parts.config.get().pageFrom())) {
      context.next();
    } else {
      context.fail(403);
    }
  }

  private Optional<Visit> visit(RoutingContext context) {
    return isSecure ? parts.visitors.of(context) : Optional.empty();
  }

  private void page(RoutingContext context) {
    Optional<Visit> visit = visit(context);
    if (visit.isEmpty()) {
      page(context, isSecure ? LOG_IN : "", "", visibility(visit));
    } else {
      parts.insight.refresh().onComplete(known -> page(context, visit.get()));
    }
  }

  private void page(RoutingContext context, Visit visit) {
    try {
      String note = visit.said().map(OperatorPart::note).orElse("");
      String details = OperatorPart.of(visit, parts.insight);
      page(context, OperatorPart.corner(visit, "") + note, details, Visibility.SUMMARY);
    } catch (RuntimeException bug) {
      context.fail(bug);
    }
  }

  private void page(RoutingContext context, String corner, String details, Visibility visibility) {
    boolean refreshing = !"off".equals(context.request().getParam("refresh"));
    String page =
        new StatusPage(visibility, refreshing, corner, details)
            .render(parts.snapshots.get(), parts.rates.perSecond(), Instant.now());
    Answers.answer(context, 200, Answers.HTML, page);
  }

  private Visibility visibility(Optional<Visit> visit) {
    return visit.isPresent() ? Visibility.SUMMARY : parts.config.get().visibility();
  }

  private void listen(RoutingContext context) {
    Optional<Visit> visit = visit(context);
    if (context.request().method().equals(HttpMethod.HEAD)) {
      Answers.answer(context, 200, "text/event-stream", "");
    } else if (!parts.events.admits(visit)) {
      context.fail(503);
    } else {
      HttpServerResponse response = Answers.head(context, 200, "text/event-stream");
      response.setChunked(true);
      parts.events.add(response, visit);
      response.write("retry: 3000\n\n");
    }
  }

  /** Tells those who listen how things are. */
  void tell() {
    if (!parts.events.isHeard()) {
      return;
    }
    if (parts.events.isHeardByOperators()) {
      parts.insight.refresh(); // for the next time
    }
    parts.events.tell(
        () -> picture(parts.config.get().visibility(), Optional.empty()),
        () -> picture(Visibility.SUMMARY, Optional.of(parts.insight)));
  }

  private JsonObject picture(Visibility visibility, Optional<Insight> insight) {
    return LiveEvents.picture(
        new StatusPage(visibility, false, "", ""),
        parts.snapshots.get(),
        parts.rates.perSecond(),
        Instant.now(),
        insight);
  }

  private void sessions(RoutingContext context) {
    Optional<Visit> visit = visit(context).filter(known -> known.may(Right.ACCOUNTS));
    if (visit.isEmpty()) {
      Answers.goTo(context, "/log-in");
      return;
    }
    String account = context.request().getParam("account", "");
    parts
        .desk
        .accounts()
        .order(
            new ListSessions(),
            Optional.of(account),
            Optional.of(visit.get().account()),
            visit.get().peer())
        .onComplete(news -> sessions(context, visit.get(), account, news), context::fail);
  }

  private static void sessions(
      RoutingContext context, Visit visit, String account, AccountNews news) {
    if (news instanceof AccountNews.Sessions all && !all.sessions().isEmpty()) {
      String corner = OperatorPart.corner(visit, "<a href=\"/\">Back to the status</a>\n");
      String body = OperatorPart.sessions(visit, account, all.sessions());
      String page = Frame.around("", "Sessions · Conclave", "Sessions", corner, body, "");
      Answers.answer(context, 200, Answers.HTML, page);
    } else {
      visit.say(account + " has no sessions.");
      Answers.goTo(context, "/");
    }
  }
}
