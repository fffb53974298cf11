package conclave.auth;

import conclave.account.Peer;
import conclave.account.ResumeToken;
import conclave.account.Session;
import conclave.config.Config;
import conclave.name.AccountName;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who is logged in, and who can come back. A session lives as long as its connection; one that has
 * a device's name or a token is kept beyond that. One loop.
 */
final class Sessions {
  /** What a log-in wants: a device to be kept under, or the session whose token was its proof. */
  record Wanted(Optional<String> device, Optional<Integer> resumed) {
    boolean is(Session session) {
      return resumed.isPresent()
          ? resumed.get() == session.number()
          : device.isPresent() && device.equals(session.device());
    }
  }

  /**
   * A session as it is now.
   *
   * @param connections those that are in it; none where it can only be come back to
   */
  record Now(Session session, Set<String> connections) {}

  private final Config config;
  private final SessionStore store;
  private final Elsewhere elsewhere;
  private final Map<String, Session> live = new HashMap<>();
  private final Map<String, Set<String>> connections = new HashMap<>();

  Sessions(Config config, SessionStore store, Elsewhere elsewhere) {
    this.config = config;
    this.elsewhere = elsewhere;
    this.store = store;
  }

  /** The number of the session that a log-in begins or goes on with; nothing if it has too many. */
  Future<Optional<Integer>> open(AccountName account, Wanted wanted, Peer peer) {
    return elsewhere
        .of(account)
        .compose(
            far ->
                store
                    .of(account)
                    .compose(
                        rows ->
                            choose(account, wanted, peer, rows, numbers(far))
                                .map(session -> begin(session, peer))
                                .orElse(Future.succeededFuture(Optional.empty()))));
  }

  private Future<Optional<Integer>> begin(Session session, Peer peer) {
    left(peer.connection()); // not before: who is refused goes on in the session that it is in
    enter(peer.connection(), session);
    return session.isKept()
        ? store.keep(session).map(done -> Optional.of(session.number()))
        : Future.succeededFuture(Optional.of(session.number()));
  }

  private Optional<Session> choose(
      AccountName account, Wanted wanted, Peer peer, List<Session> rows, Set<Integer> far) {
    long now = System.currentTimeMillis();
    long until = now + config.accounts().sessionLife().toMillis();
    List<Session> valid = rows.stream().filter(session -> session.expires() > now).toList();
    Optional<Session> known = valid.stream().filter(wanted::is).findFirst();
    if (known.isPresent()) {
      return Optional.of(known.get().seenAt(peer.address(), peer.client(), now, until));
    }
    if (numbers(account, peer, valid, far).size() >= config.accounts().sessions()) {
      return Optional.empty();
    }
    // What has expired keeps its number until it is cleared away, with its token.
    Set<Integer> taken = numbers(account, peer, rows, far);
    return Optional.of(
        new Session(
            account,
            elsewhere.free(account, taken),
            wanted.device(),
            peer.address(),
            peer.client(),
            now,
            now,
            wanted.device().isPresent() ? until : 0,
            Optional.empty()));
  }

  /** Those that are taken. The peer's own is free, since it would leave it, unless it is kept. */
  private Set<Integer> numbers(
      AccountName account, Peer peer, List<Session> rows, Set<Integer> far) {
    Set<Integer> numbers = new HashSet<>(far);
    rows.forEach(row -> numbers.add(row.number()));
    connections.getOrDefault(account.key(), Set.of()).stream()
        .filter(connection -> !connection.equals(peer.connection()))
        .forEach(other -> numbers.add(Objects.requireNonNull(live.get(other)).number()));
    return numbers;
  }

  private static Set<Integer> numbers(Map<String, Session> live) {
    return live.values().stream().map(Session::number).collect(Collectors.toSet());
  }

  private void enter(String connection, Session session) {
    live.put(connection, session);
    connections.computeIfAbsent(session.account().key(), key -> new HashSet<>()).add(connection);
  }

  /** The connection is over. */
  void left(String connection) {
    forget(connection).filter(Session::isKept).ifPresent(this::see);
  }

  private Optional<Session> forget(String connection) {
    Session session = live.remove(connection);
    if (session == null) {
      return Optional.empty();
    }
    connections.computeIfPresent(
        session.account().key(),
        (key, all) -> {
          all.remove(connection);
          return all.isEmpty() ? null : all;
        });
    return Optional.of(session);
  }

  private void see(Session session) {
    long now = System.currentTimeMillis();
    store.see(
        session.account(),
        Set.of(session.number()),
        now,
        now + config.accounts().sessionLife().toMillis());
  }

  /** Those that are connected do not expire. */
  void seeAll() {
    live.values().stream().filter(Session::isKept).forEach(this::see);
  }

  /** The session that a connection is in. */
  Optional<Session> of(String connection) {
    return Optional.ofNullable(live.get(connection));
  }

  /** Those of an account that are connected to this node, by connection. */
  Map<String, Session> here(AccountName account) {
    Map<String, Session> here = new HashMap<>();
    for (String connection : connections.getOrDefault(account.key(), Set.of())) {
      here.put(connection, Objects.requireNonNull(live.get(connection)));
    }
    return here;
  }

  /** How many connections each account has on this node, by its key. */
  Map<String, Integer> counts() {
    Map<String, Integer> counts = new HashMap<>();
    connections.forEach((account, all) -> counts.put(account, all.size()));
    return counts;
  }

  /** How many connections each account has, by its key. */
  Future<Map<String, Integer>> allCounts() {
    return elsewhere
        .counts()
        .map(
            far -> {
              Map<String, Integer> all = counts();
              far.forEach((account, count) -> all.merge(account, count, Integer::sum));
              return all;
            });
  }

  /** Those connections have no right to be here any more, and what is kept of them is gone. */
  void ended(Set<String> gone) {
    gone.forEach(this::forget);
  }

  private Future<List<Session>> kept(AccountName account) {
    long now = System.currentTimeMillis();
    return store
        .of(account)
        .map(all -> all.stream().filter(session -> session.expires() > now).toList());
  }

  /** All sessions of an account by number, live ones and others. */
  Future<List<Now>> all(AccountName account) {
    return elsewhere.of(account).compose(far -> kept(account).map(kept -> all(account, kept, far)));
  }

  private List<Now> all(AccountName account, List<Session> kept, Map<String, Session> far) {
    Map<Integer, Now> all = new TreeMap<>();
    kept.forEach(session -> all.put(session.number(), new Now(session, Set.of())));
    far.forEach((connection, session) -> add(all, connection, session));
    here(account).forEach((connection, session) -> add(all, connection, session));
    return List.copyOf(all.values());
  }

  private static void add(Map<Integer, Now> all, String connection, Session session) {
    Set<String> in = new HashSet<>(Set.of(connection));
    Optional.ofNullable(all.get(session.number())).ifPresent(now -> in.addAll(now.connections()));
    all.put(session.number(), new Now(session, in));
  }

  /**
   * Ends sessions of an account: what is kept of them is forgotten.
   *
   * @param number nothing for all
   * @param but the connection whose session stays; nothing for none
   * @return those that were ended, with the connections that must go
   */
  Future<List<Now>> end(AccountName account, Optional<Integer> number, Optional<String> but) {
    return all(account)
        .compose(
            all -> {
              List<Now> ended =
                  all.stream()
                      .filter(now -> number.isEmpty() || number.get() == now.session().number())
                      .filter(now -> but.isEmpty() || !now.connections().contains(but.get()))
                      .sorted(Comparator.comparing((Now now) -> now.session().number()))
                      .toList();
              ended.forEach(now -> now.connections().forEach(this::forget));
              Set<Integer> numbers =
                  ended.stream().map(now -> now.session().number()).collect(Collectors.toSet());
              return store.end(account, numbers).map(done -> ended);
            });
  }

  /** Keeps the session of a connection from now on, with what was changed in it. */
  Future<Session> keep(String connection, Session changed) {
    long until = System.currentTimeMillis() + config.accounts().sessionLife().toMillis();
    Session kept =
        changed.seenAt(changed.address(), changed.client(), System.currentTimeMillis(), until);
    live.replace(connection, kept);
    return store.keep(kept).map(done -> kept);
  }

  /** Lets the device of a kept session come back with this token. */
  Future<Void> setToken(Session session, ResumeToken token) {
    return store.setToken(session.account(), session.number(), token);
  }

  Future<Boolean> useToken(AccountName account, int number, long tokenId) {
    return store.useToken(account, number, tokenId);
  }
}
