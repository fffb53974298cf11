package conclave.web;

import conclave.account.Right;
import conclave.auth.Audit.Entry;
import conclave.auth.Audit.Kind;
import conclave.command.AccountNews;
import conclave.command.AccountOrder.EndSessions;
import conclave.command.User;
import conclave.command.UserEvent;
import conclave.name.Nick;
import conclave.name.Source;
import conclave.room.Reason;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/** What operators do at the page. Each is written down, and answered with a sentence. */
final class ActionRoutes {
  private static final int MAX_REASON = 255;
  private static final int MAX_ANNOUNCEMENT = 350;
  private static final String NO_RIGHT = "Only an administrator may do that.";

  private final Desk desk;
  private final Visitors visitors;
  private final String server;

  /**
   * What operators of that server do.
   *
   * @param server its name, as the host of who acts
   */
  ActionRoutes(Desk desk, Visitors visitors, String server) {
    this.desk = desk;
    this.visitors = visitors;
    this.server = server;
  }

  void disconnect(RoutingContext context) {
    act(context, Right.CONNECTIONS, this::disconnect);
  }

  private Future<String> disconnect(RoutingContext context, Visit visit) {
    String wanted = field(context, "nick");
    Optional<User> target = Nick.parse(wanted).flatMap(desk.users()::find);
    if (target.isEmpty()) {
      return Future.succeededFuture("Nobody here is called " + wanted + ".");
    }
    Nick nick = target.get().source().nick();
    String given = cut(field(context, "reason"), MAX_REASON);
    String reason = given.isEmpty() ? "No reason" : given;
    desk.users().tell(new UserEvent.Killed(source(visit), nick, reason));
    Entry entry = entry(Kind.DISCONNECTED, visit);
    desk.audit().record(target.get().source().account().map(entry::about).orElse(entry));
    return Future.succeededFuture(nick + " was put out of the server.");
  }

  void announce(RoutingContext context) {
    act(context, Right.CONNECTIONS, this::announce);
  }

  private Future<String> announce(RoutingContext context, Visit visit) {
    String text = cut(field(context, "text"), MAX_ANNOUNCEMENT);
    if (text.isEmpty()) {
      return Future.succeededFuture("There was nothing to announce.");
    }
    desk.users().tell(new UserEvent.Announced(source(visit), text, System.currentTimeMillis()));
    desk.audit().record(entry(Kind.ANNOUNCED, visit));
    return Future.succeededFuture("That was announced to everybody.");
  }

  void revoke(RoutingContext context) {
    act(context, Right.ACCOUNTS, this::revoke);
  }

  private Future<String> revoke(RoutingContext context, Visit visit) {
    String account = field(context, "account");
    String which = field(context, "session");
    if (!which.isEmpty() && !which.matches("[1-9][0-9]{0,8}")) {
      return Future.succeededFuture("A session has a number.");
    }
    Optional<Integer> number = Optional.of(which).filter(n -> !n.isEmpty()).map(Integer::valueOf);
    return desk.accounts()
        .order(
            new EndSessions(number),
            Optional.of(account),
            Optional.of(visit.account()),
            visit.peer())
        .map(news -> told(news, account, which))
        .otherwise("That did not work now; try again.");
  }

  private static String told(AccountNews news, String account, String which) {
    if (news instanceof AccountNews.Ended ended) {
      return ended.count() == 1
          ? "One session of " + account + " was ended."
          : ended.count() + " sessions of " + account + " were ended.";
    }
    boolean isSession =
        news instanceof AccountNews.Refused no && no.refusal().reason() == Reason.NO_SUCH_SESSION;
    return isSession
        ? account + " has no session " + which + "."
        : "There is no account " + account + ".";
  }

  void drain(RoutingContext context) {
    act(context, Right.SERVER, this::drain);
  }

  private Future<String> drain(RoutingContext context, Visit visit) {
    if (!field(context, "sure").equals("yes")) {
      return Future.succeededFuture("Nothing was done: it was not confirmed.");
    }
    desk.audit().record(entry(Kind.DRAINED, visit));
    String by = visit.account().text() + " at the status page";
    context.response().endHandler(told -> desk.drains().drain(0, by));
    return Future.succeededFuture("This node hands over and ends.");
  }

  private void act(
      RoutingContext context, Right right, BiFunction<RoutingContext, Visit, Future<String>> work) {
    visitors.act(
        context,
        (asked, visit) -> {
          Future<String> done =
              visit.may(right) ? work.apply(asked, visit) : Future.succeededFuture(NO_RIGHT);
          done.onComplete(
              sentence -> {
                visit.say(sentence);
                Answers.goTo(asked, "/");
              },
              asked::fail);
        });
  }

  private static Entry entry(Kind kind, Visit visit) {
    return Entry.of(kind).by(visit.account()).from(visit.peer());
  }

  /** Who acts, as others see it: by the account's name, whether its user is here or not. */
  private Source source(Visit visit) {
    Nick nick = Nick.parse(visit.account().text()).orElse(new Nick("operator"));
    return new Source(nick, "web", server, Optional.of(visit.account()));
  }

  /** What was filled in, as one line. */
  private static String field(RoutingContext context, String name) {
    return Objects.requireNonNullElse(context.request().getFormAttribute(name), "")
        .replaceAll("\\p{Cntrl}+", " ")
        .strip();
  }

  private static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }
}
