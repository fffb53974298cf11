package conclave.gateway;

import conclave.account.Fingerprint;
import conclave.command.Counts;
import conclave.command.User;
import conclave.command.UserAnswer.Former;
import conclave.command.UserEvent;
import conclave.command.UserMode;
import conclave.handler.Users;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Who is on this node. Any thread: each entry is immutable, and replaced in one step. */
public final class UserDirectory implements Users {
  private final ConcurrentHashMap<String, Presence> entries = new ConcurrentHashMap<>();

  private final Likenesses looks;
  private final Absentees absentees = new Absentees(entries);
  private final HeadCount count = new HeadCount();
  private final Stayers stayers = new Stayers();
  private final FormerUsers former = new FormerUsers();
  private final GatewayFigures figures;
  private final Consumer<UserEvent> announce;
  private final NickChanges nicks;

  /**
   * A directory of nobody yet.
   *
   * @param announce is given what happens to users, in the order of each user; any thread
   * @param look is the same for nicks that are easily taken for each other; any thread
   */
  public UserDirectory(
      GatewayFigures figures, Consumer<UserEvent> announce, UnaryOperator<String> look) {
    this.figures = figures;
    this.announce = announce;
    this.looks = new Likenesses(look);
    this.nicks = new NickChanges(entries, looks, stayers, former, announce);
  }

  @Override
  public Future<Claim> claim(User user, String connection) {
    boolean[] isBack = {false};
    Presence entry =
        entries.compute(
            user.source().nick().key(),
            (key, present) -> {
              if (present == null) {
                return looks.take(user.source()) ? came(user, connection) : null;
              }
              isBack[0] = present.isSameUser(user);
              return isBack[0] ? present.with(connection, Presence.Link.NEW) : present;
            });
    if (entry == null) {
      return Future.succeededFuture(Claim.TAKEN);
    }
    if (entry.leaving().isPresent()) {
      return Loops.back(entry.leaving().get().future()).compose(gone -> claim(user, connection));
    }
    count.here(entries.size());
    if (!entry.links().containsKey(connection)) {
      return Future.succeededFuture(Claim.TAKEN);
    }
    if (!isBack[0]) {
      announce.accept(new UserEvent.CameIn(user.source()));
    }
    return Loops.back(nicks.told(user.source().nick())).map(isBack[0] ? Claim.ATTACHED : Claim.NEW);
  }

  private Presence came(User user, String connection) {
    count.came(user);
    return Presence.of(user, connection);
  }

  /** A connection that has claimed its nick says where it is and whether somebody is there. */
  void linked(Nick nick, String connection, Presence.Link known) {
    relink(nick, connection, link -> known);
  }

  @Override
  public void away(Nick nick, String connection, Optional<String> text) {
    relink(nick, connection, link -> link.withAway(text));
  }

  private void relink(Nick nick, String connection, UnaryOperator<Presence.Link> change) {
    entries.computeIfPresent(
        nick.key(),
        (key, present) ->
            present.links().containsKey(connection)
                ? counted(
                    present,
                    present.with(connection, change.apply(present.links().get(connection))))
                : present);
  }

  /** Tells of it where the user is away or here by that change. */
  private Presence counted(Presence before, Presence after) {
    Presence counted = after.counted();
    User user = counted.user();
    if (!user.away().equals(before.user().away())) {
      announce.accept(
          new UserEvent.AwayChanged(
              user.source(), user.rooms(), user.away(), System.currentTimeMillis()));
    }
    return counted;
  }

  /** Those who are here without a connection. */
  Absentees absentees() {
    return absentees;
  }

  /**
   * Takes a connection from its user.
   *
   * @param stays does one who has an account stay without it, where that was the last one?
   * @return what is left of the user, where that was the last one: it is absent until it comes back
   *     or must {@link Absentees#leave}; or it must be told to the rooms, then {@link #gone}
   */
  Optional<Presence> release(Nick nick, String connection, Predicate<Presence> stays) {
    long number = absentees.number();
    Presence entry =
        entries.computeIfPresent(
            nick.key(),
            (key, present) ->
                counted(present, present.without(connection, stays.test(present) ? number : 0)));
    return Optional.ofNullable(entry).filter(e -> e.leaving().isPresent() || e.isAbsent());
  }

  @Override
  public boolean resides(Nick nick, boolean isOn) {
    Presence entry =
        entries.computeIfPresent(
            nick.key(), (key, present) -> counted(present, residing(present, isOn)));
    return entry != null && entry.isResident();
  }

  private Presence residing(Presence present, boolean isOn) {
    if (!isOn) {
      stayers.free(present.user());
    }
    return present.residing(isOn && stayers.take(present.user()));
  }

  @Override
  public Optional<User> resident(Nick nick) {
    return presence(nick).filter(Presence::isResident).map(Presence::user);
  }

  /** Somebody is here again who was when the server ended; false where the nick is taken. */
  boolean settle(User user) {
    Presence entry = Presence.resident(user, absentees.number());
    String key = user.source().nick().key();
    if (entries.putIfAbsent(key, entry) != null) {
      return false;
    }
    boolean isFree =
        (stayers.take(user) && looks.take(user.source())) || !entries.remove(key, entry);
    if (isFree) {
      count.came(entry.user());
    } else {
      stayers.free(user);
    }
    return isFree;
  }

  /** Frees the nick of a user whose departure has been told. */
  void gone(Nick nick) {
    find(nick).ifPresent(user -> looks.free(user.source().nick()));
    Presence entry = entries.remove(nick.key());
    if (entry != null) {
      stayers.free(entry.user());
      count.went(entry.user());
      former.add(entry.user());
      announce.accept(new UserEvent.WentOut(entry.user().source()));
      entry.leaving().ifPresent(Promise::complete);
    }
  }

  void entered(Nick nick, RoomName room) {
    change(nick, user -> user.in(room));
  }

  void left(Nick nick, RoomName room) {
    change(nick, user -> user.outOf(room));
  }

  /** A room that the user is in has another name. */
  void moved(Nick nick, RoomName from, RoomName to) {
    change(nick, user -> user.rooms().contains(from) ? user.outOf(from).in(to) : user);
  }

  private void change(Nick nick, UnaryOperator<User> to) {
    entries.computeIfPresent(
        nick.key(),
        (key, present) -> {
          User after = to.apply(present.user());
          count.changed(present.user(), after);
          return present.with(after);
        });
  }

  @Override
  public void describe(Nick nick, String realname) {
    change(nick, user -> user.withRealname(realname));
  }

  @Override
  public Future<Boolean> rename(Nick from, Source to, Supplier<Future<Void>> tell) {
    return nicks.change(from, to, tell);
  }

  @Override
  public void ranked(Nick nick, boolean isOperator) {
    change(nick, user -> user.ranked(isOperator));
  }

  @Override
  public void change(Nick nick, UserMode mode, boolean isOn) {
    change(nick, user -> user.with(mode, isOn));
  }

  @Override
  public void annotate(Nick nick, String key, Optional<String> value) {
    change(nick, user -> user.with(key, value));
  }

  /** The user has said something. */
  void spoke(Nick nick, long time) {
    presence(nick).ifPresent(entry -> entry.spoke().set(time));
  }

  @Override
  public long lastActive(Nick nick) {
    return presence(nick).map(entry -> entry.spoke().get()).orElse(0L);
  }

  @Override
  public List<String> addresses(Nick nick) {
    return presence(nick).map(p -> p.ofLinks(l -> Optional.of(l.address()))).orElse(List.of());
  }

  @Override
  public List<String> certificates(Nick nick) {
    return presence(nick)
        .map(p -> p.ofLinks(l -> l.certificate().map(Fingerprint::hex)))
        .orElse(List.of());
  }

  private Optional<Presence> presence(Nick nick) {
    return Optional.ofNullable(entries.get(nick.key()));
  }

  @Override
  public List<Former> formerly(Nick nick) {
    return former.of(nick);
  }

  @Override
  public void tell(UserEvent event) {
    announce.accept(event);
  }

  @Override
  public Optional<User> find(Nick nick) {
    return presence(nick).map(Presence::user);
  }

  @Override
  public List<User> all() {
    return entries.values().stream().map(Presence::user).toList();
  }

  @Override
  public Counts counts() {
    return count.counts(entries.size(), (int) figures.undecided.sum());
  }
}
