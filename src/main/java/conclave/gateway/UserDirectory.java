package conclave.gateway;

import conclave.command.Counts;
import conclave.command.User;
import conclave.handler.Users;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Who is on this node. Any thread: each entry is immutable, and replaced in one step. */
public final class UserDirectory implements Users {
  /**
   * One user.
   *
   * @param leaving completes when the last connection's departure has been told to all rooms; until
   *     then the nick is not free
   */
  private record Entry(User user, Set<String> connections, Optional<Promise<Void>> leaving) {
    Entry with(User changed) {
      return new Entry(changed, connections, leaving);
    }

    Entry with(Set<String> changed) {
      return new Entry(user, Set.copyOf(changed), leaving);
    }
  }

  private final ConcurrentHashMap<String, Entry> entries = new ConcurrentHashMap<>();

  /**
   * How many of the users are in each room that any of them is in; kept, since it is asked at every
   * welcome.
   */
  private final ConcurrentHashMap<String, Integer> occupied = new ConcurrentHashMap<>();

  private final AtomicInteger admins = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final GatewayFigures figures;

  public UserDirectory(GatewayFigures figures) {
    this.figures = figures;
  }

  @Override
  public Future<Claim> claim(User user, String connection) {
    Entry entry =
        entries.compute(
            user.source().nick().key(),
            (key, present) -> {
              if (present == null) {
                admins.addAndGet(user.isAdmin() ? 1 : 0);
                return new Entry(user, Set.of(connection), Optional.empty());
              }
              return isSameUser(present, user)
                  ? present.with(plus(present.connections, connection))
                  : present;
            });
    if (entry.leaving.isPresent()) {
      return onThisLoop(entry.leaving.get().future()).compose(gone -> claim(user, connection));
    }
    most.accumulateAndGet(entries.size(), Math::max);
    if (!entry.connections.contains(connection)) {
      return Future.succeededFuture(Claim.TAKEN);
    }
    return Future.succeededFuture(entry.connections.size() == 1 ? Claim.NEW : Claim.ATTACHED);
  }

  /** The departure is told on the loop of who leaves; who waits goes on where it waited. */
  private static Future<Void> onThisLoop(Future<Void> elsewhere) {
    Context here = Vertx.currentContext();
    if (here == null) {
      return elsewhere;
    }
    Promise<Void> promise = Promise.promise();
    elsewhere.onComplete(done -> here.runOnContext(now -> promise.complete()));
    return promise.future();
  }

  private static boolean isSameUser(Entry present, User user) {
    return present.leaving.isEmpty()
        && user.source().account().isPresent()
        && present.user.source().account().equals(user.source().account());
  }

  private static <T> Set<T> plus(Set<T> some, T one) {
    Set<T> more = new HashSet<>(some);
    more.add(one);
    return more;
  }

  private static <T> Set<T> minus(Set<T> some, T one) {
    Set<T> less = new HashSet<>(some);
    less.remove(one);
    return less;
  }

  /**
   * Takes a connection from its user. The user, where that was the last one: it must be told to the
   * rooms, then {@link #gone}.
   */
  Optional<User> release(Nick nick, String connection) {
    Entry entry =
        entries.computeIfPresent(
            nick.key(),
            (key, present) -> {
              Set<String> left = minus(present.connections, connection);
              boolean isLast = left.isEmpty() && present.connections.contains(connection);
              return isLast
                  ? new Entry(present.user, left, Optional.of(Promise.promise()))
                  : present.with(left);
            });
    return Optional.ofNullable(entry).filter(e -> e.leaving.isPresent()).map(Entry::user);
  }

  /** Frees the nick of a user whose departure has been told. */
  void gone(Nick nick) {
    Entry entry = entries.remove(nick.key());
    if (entry != null) {
      admins.addAndGet(entry.user.isAdmin() ? -1 : 0);
      entry.user.rooms().forEach(this::vacated);
      entry.leaving.ifPresent(Promise::complete);
    }
  }

  void entered(Nick nick, RoomName room) {
    update(
        nick,
        rooms -> {
          if (!rooms.contains(room)) {
            occupied.merge(room.key(), 1, Integer::sum);
          }
          return plus(rooms, room);
        });
  }

  void left(Nick nick, RoomName room) {
    update(
        nick,
        rooms -> {
          if (rooms.contains(room)) {
            vacated(room);
          }
          return minus(rooms, room);
        });
  }

  private void vacated(RoomName room) {
    occupied.computeIfPresent(room.key(), (key, users) -> users > 1 ? users - 1 : null);
  }

  private void update(Nick nick, UnaryOperator<Set<RoomName>> rooms) {
    entries.computeIfPresent(
        nick.key(),
        (key, present) -> {
          User user = present.user;
          return present.with(
              new User(
                  user.source(),
                  user.realname(),
                  user.since(),
                  user.isAdmin(),
                  user.isSecure(),
                  rooms.apply(user.rooms())));
        });
  }

  @Override
  public void describe(Nick nick, String realname) {
    entries.computeIfPresent(
        nick.key(),
        (key, present) -> {
          User user = present.user;
          return present.with(
              new User(
                  user.source(),
                  realname,
                  user.since(),
                  user.isAdmin(),
                  user.isSecure(),
                  user.rooms()));
        });
  }

  @Override
  public boolean rename(Nick from, Source to) {
    Entry entry = entries.get(from.key());
    if (entry == null || entry.connections.size() > 1) {
      return false;
    }
    Nick nick = to.nick();
    User user = entry.user;
    Entry renamed =
        entry.with(
            new User(
                to, user.realname(), user.since(), user.isAdmin(), user.isSecure(), user.rooms()));
    if (from.key().equals(nick.key())) {
      return entries.replace(from.key(), entry, renamed) || rename(from, to);
    }
    if (entries.putIfAbsent(nick.key(), renamed) != null) {
      return false;
    }
    if (entries.remove(from.key(), entry)) {
      return true;
    }
    // The user came into a room or left one meanwhile: the new entry must know of it.
    entries.remove(nick.key(), renamed);
    return rename(from, to);
  }

  @Override
  public void ranked(Nick nick, boolean isOperator) {
    entries.computeIfPresent(
        nick.key(),
        (key, present) -> {
          User user = present.user;
          admins.addAndGet((isOperator ? 1 : 0) - (user.isAdmin() ? 1 : 0));
          return present.with(user.ranked(isOperator));
        });
  }

  @Override
  public Optional<User> find(Nick nick) {
    return Optional.ofNullable(entries.get(nick.key())).map(Entry::user);
  }

  @Override
  public List<User> all() {
    return entries.values().stream().map(Entry::user).toList();
  }

  @Override
  public Counts counts() {
    return new Counts(
        entries.size(), admins.get(), (int) figures.undecided.sum(), occupied.size(), most.get());
  }
}
