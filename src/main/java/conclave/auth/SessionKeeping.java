package conclave.auth;

import conclave.account.LogInName;
import conclave.account.ResumeToken;
import conclave.account.Session;
import conclave.bus.Addresses;
import conclave.bus.Everyone;
import conclave.bus.Revoked;
import conclave.command.AccountNews;
import conclave.command.AccountNews.Presence;
import conclave.command.AccountNews.SessionView;
import conclave.command.AccountOrder.EndSessions;
import conclave.command.AccountOrder.NameSession;
import conclave.config.Config;
import conclave.name.AccountName;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a user asks about sessions, and what ends them. */
final class SessionKeeping {
  private final Sessions sessions;
  private final HashPool hashes;
  private final Everyone everyone;
  private final Trail trail;
  private final Config config;

  SessionKeeping(
      Sessions sessions, HashPool hashes, Everyone everyone, Trail trail, Config config) {
    this.sessions = sessions;
    this.hashes = hashes;
    this.everyone = everyone;
    this.trail = trail;
    this.config = config;
  }

  Future<AccountNews> list(Orders.Who who) {
    String self = who.peer().connection();
    return sessions
        .all(who.name())
        .map(all -> new AccountNews.Sessions(all.stream().map(now -> view(now, self)).toList()));
  }

  private static SessionView view(Sessions.Now now, String self) {
    Session session = now.session();
    boolean isLive = !now.connections().isEmpty();
    Presence presence =
        now.connections().contains(self) ? Presence.SELF : isLive ? Presence.LIVE : Presence.AWAY;
    return new SessionView(
        session.number(),
        presence,
        session.device(),
        session.address(),
        session.client(),
        session.created(),
        isLive ? System.currentTimeMillis() : session.seen());
  }

  /** Where its owner ends all, the one that asks stays. */
  Future<AccountNews> end(EndSessions order, Orders.Who who) {
    Optional<String> but =
        order.number().isEmpty() && who.isOwn()
            ? Optional.of(who.peer().connection())
            : Optional.empty();
    return sessions
        .end(who.name(), order.number(), but)
        .map(
            ended -> {
              if (ended.isEmpty() && order.number().isPresent()) {
                return AccountNews.Refused.of(
                    Reason.NO_SUCH_SESSION, Integer.toString(order.number().get()));
              }
              Optional<AccountName> lender =
                  order.number().isEmpty() ? who.account() : Optional.empty();
              revoke(ended, Optional.empty(), lender, "This session was ended");
              trail.sessionsEnded(order.number().isEmpty(), who);
              return new AccountNews.Ended(ended.size());
            });
  }

  /**
   * Ends all sessions of an account, but the one of this connection where there is one, and what
   * others do with its rights.
   */
  Future<Void> endAll(AccountName account, Optional<String> but, String reason) {
    return sessions
        .end(account, Optional.empty(), but)
        .map(
            ended -> {
              revoke(ended, Optional.empty(), Optional.of(account), reason);
              return null;
            });
  }

  /** The account is closed: its sessions end, and its user is not here any more. */
  Future<Void> closed(AccountName account) {
    return sessions
        .end(account, Optional.empty(), Optional.empty())
        .map(
            ended -> {
              revoke(ended, Optional.of(account), Optional.of(account), "The account was closed");
              return null;
            });
  }

  private void revoke(
      List<Sessions.Now> ended,
      Optional<AccountName> account,
      Optional<AccountName> lender,
      String reason) {
    Set<String> connections =
        ended.stream().flatMap(now -> now.connections().stream()).collect(Collectors.toSet());
    if (!connections.isEmpty() || account.isPresent() || lender.isPresent()) {
      everyone.tell(Addresses.REVOKED, new Revoked(connections, account, lender, reason));
    }
  }

  Future<AccountNews> name(NameSession order, Orders.Who who) {
    if (!LogInName.isDevice(order.device())) {
      return refused(Reason.BAD_DEVICE, order.device());
    }
    Optional<Session> own = sessions.of(who.peer().connection());
    if (own.isEmpty()) {
      return refused(Reason.NO_SUCH_SESSION, "*");
    }
    return sessions
        .keep(who.peer().connection(), own.get().named(order.device()))
        .map(
            kept ->
                new AccountNews.Done(AccountNews.What.SESSION_NAMED, who.name(), order.device()));
  }

  Future<AccountNews> makeToken(Orders.Who who) {
    Optional<Session> own = sessions.of(who.peer().connection());
    if (own.isEmpty()) {
      return refused(Reason.NO_SUCH_SESSION, "*");
    }
    String text = ResumeToken.newText();
    long expires = System.currentTimeMillis() + config.accounts().sessionLife().toMillis();
    return hashes
        .run(() -> ResumeToken.of(text, expires))
        .compose(
            token ->
                sessions.of(who.peer().connection()).isEmpty() // it was ended meanwhile
                    ? refused(Reason.NO_SUCH_SESSION, "*")
                    : sessions
                        .keep(who.peer().connection(), own.get())
                        .compose(kept -> sessions.setToken(kept, token))
                        .map(
                            done ->
                                new AccountNews.Token(
                                    LogInName.ofSession(who.name().text(), own.get().number()),
                                    text,
                                    expires)));
  }

  private static Future<AccountNews> refused(Reason reason, String about) {
    return Future.succeededFuture(AccountNews.Refused.of(reason, about));
  }
}
