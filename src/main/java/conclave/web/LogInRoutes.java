package conclave.web;

import conclave.account.LogInName;
import conclave.account.Peer;
import conclave.account.Right;
import conclave.gateway.AddressPrefix;
import conclave.handler.Accounts;
import conclave.handler.Accounts.Identity;
import conclave.room.Refusal;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;

/**
 * Logging in and out. The password goes where all go: throttled, hashed on the bounded pool, and
 * written down.
 */
final class LogInRoutes {
  private static final String FORM =
      """
      %s<form method="post" action="/log-in" class="log-in">
      <p><label for="name">Account</label>
      <input id="name" name="name" autocomplete="username" autocapitalize="none" required maxlength="100"></p>
      <p><label for="password">Password, or a one-time code</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="400"></p>
      <button>Log in</button>
      </form>
      """;

  private static final String CORNER = "<nav><a href=\"/\">Back to the status</a></nav>\n";

  private final String node;
  private final Accounts accounts;
  private final Visits visits;
  private final Visitors visitors;
  private long count;

  LogInRoutes(Desk desk, Visits visits, Visitors visitors) {
    this.node = desk.node();
    this.accounts = desk.accounts();
    this.visits = visits;
    this.visitors = visitors;
  }

  /** The form; after a failure with a sentence, which a query can only choose. */
  void show(RoutingContext context) {
    String sentence =
        sentence(context.request().getParam("no", ""), context.request().getParam("after", ""));
    String said =
        sentence.isEmpty()
            ? ""
            : Html.fill("<p role=\"alert\" class=\"unhealthy\">%s</p>\n", sentence);
    String body = Frame.section("For operators", Html.fill(FORM, said));
    Answers.answer(
        context,
        200,
        Answers.HTML,
        Frame.around("", "Log in · Conclave", "Log in", CORNER, body, ""));
  }

  private static String sentence(String no, String after) {
    return switch (no) {
      case "" -> "";
      case "wrong" -> "Wrong account or password.";
      case "later" ->
          after.matches("[1-9][0-9]{0,5}")
              ? "Too many log-ins have failed; try again in " + after + " seconds."
              : "Too many log-ins have failed; try again later.";
      case "disabled" -> "That account is disabled; ask an administrator.";
      case "sessions" -> "That account has too many sessions; end one of them first.";
      case "member" -> "That is no operator's account.";
      case "busy" -> "Many log in at this moment; try again in some seconds.";
      default -> "That did not work now; try again.";
    };
  }

  void logIn(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!Visitors.isOwn(request)) {
      context.fail(403);
      return;
    }
    String given = Objects.requireNonNullElse(request.getFormAttribute("name"), "").strip();
    String name = LogInName.parse(given).account(); // a browser is no device, and has no token
    String password = Objects.requireNonNullElse(request.getFormAttribute("password"), "");
    Peer peer = peer(request);
    accounts
        .logIn(name, password, peer, "PLAIN")
        .onComplete(
            who -> decided(context, who, peer), away -> Answers.goTo(context, "/log-in?no=now"));
  }

  private Peer peer(HttpServerRequest request) {
    AddressPrefix from = AddressPrefix.of(request.remoteAddress());
    String connection = node + "-w" + Long.toString(++count, Character.MAX_RADIX);
    return new Peer(connection, from.address(), from.prefixes(), "web");
  }

  private void decided(RoutingContext context, Identity who, Peer peer) {
    if (who.account().isEmpty()) {
      Answers.goTo(context, "/log-in?no=" + who.refusal().map(LogInRoutes::no).orElse("now"));
    } else if (!who.role().may(Right.CONNECTIONS)) {
      accounts.left(peer.connection());
      Answers.goTo(context, "/log-in?no=member");
    } else {
      visitors.of(context).ifPresent(visits::end);
      visitors.begin(context, visits.begin(who.account().get(), who.role(), peer));
      Answers.goTo(context, "/");
    }
  }

  private static String no(Refusal refusal) {
    Optional<String> first = refusal.about().stream().findFirst();
    return switch (refusal.reason()) {
      case WRONG_PASSWORD -> "wrong";
      case TRY_LATER -> "later" + first.map(seconds -> "&after=" + seconds).orElse("");
      case ACCOUNT_DISABLED -> "disabled";
      case TOO_MANY_SESSIONS -> "sessions";
      case BUSY -> "busy";
      default -> "now";
    };
  }

  void logOut(RoutingContext context) {
    visitors.act(
        context,
        (asked, visit) -> {
          visitors.end(asked, visit);
          Answers.goTo(asked, "/");
        });
  }
}
