package conclave.gateway;

import conclave.account.Fingerprint;
import conclave.bus.PresenceNews.Present;
import conclave.command.Counts;
import conclave.command.User;
import conclave.command.UserAnswer.Former;
import conclave.command.UserEvent;
import conclave.command.UserMode;
import conclave.handler.Claims;
import conclave.handler.Users;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Who is on this node. Any thread: each entry is immutable, and replaced in one step. */
public final class UserDirectory implements Users {
  private final Entries entries = new Entries();

  private final Likenesses looks;
  private final Absentees absentees = new Absentees(entries);
  private final HeadCount count = new HeadCount();
  private final Stayers stayers = new Stayers();
  private final FormerUsers former = new FormerUsers();
  private final GatewayFigures figures;
  private final Consumer<UserEvent> announce;
  private final NickChanges nicks;
  private final Claims claims;

  /**
   * A directory of nobody yet.
   *
   * @param announce is given what happens to users, in the order of each user; any thread
   * @param look is the same for nicks that are easily taken for each other; any thread
   * @param claims which nicks are in use on other nodes
   */
  public UserDirectory(
      GatewayFigures figures,
      Consumer<UserEvent> announce,
      UnaryOperator<String> look,
      Claims claims) {
    this.claims = claims;
    this.figures = figures;
    this.announce = announce;
    this.looks = new Likenesses(look);
    this.nicks = new NickChanges(entries, looks, stayers, former, announce);
  }

  Entries entries() {
    return entries;
  }

  @Override
  public Future<Claim> claim(User user, String connection) {
    boolean[] isBack = {false};
    boolean[] isFirst = {false};
    Presence entry =
        entries.compute(
            user.source().nick().key(),
            (key, present) -> {
              isFirst[0] = present == null || !present.isHere();
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
    return isFirst[0]
        ? claimAmongAll(user, connection)
        : Future.succeededFuture(isBack[0] ? Claim.ATTACHED : Claim.NEW);
  }

  /** The first connection of a user on this node. */
  private Future<Claim> claimAmongAll(User user, String connection) {
    return claims
        .take(user.source())
        .onFailure(away -> giveUp(user.source().nick(), connection))
        .onSuccess(
            claim -> {
              if (claim == Claim.TAKEN) {
                giveUp(user.source().nick(), connection);
              } else if (claim == Claim.NEW) {
                announce.accept(new UserEvent.CameIn(user.source()));
              }
            });
  }

  private void giveUp(Nick nick, String connection) {
    entries.computeIfPresent(
        nick.key(), (key, present) -> orNobody(present.withoutTrace(connection)));
  }

  /** Nobody bears it any more, where no node has the user. */
  private @Nullable Presence orNobody(Presence entry) {
    if (entry.isHere() || !entry.others().isEmpty()) {
      return entry;
    }
    looks.free(entry.user().source().nick());
    count.went(entry.user());
    return null;
  }

  /** Another node says that a user is there. */
  void isThere(String node, String key, Present there) {
    boolean[] isNoLongerHere = {false};
    entries.learn(
        key,
        (same, present) -> {
          if (present == null) {
            looks.take(there.user().source());
            count.came(there.user());
            return Presence.elsewhere(node, there);
          }
          Presence after = present.as(node, there);
          count.changed(present.user(), after.user());
          isNoLongerHere[0] = present.isHere() && !after.isHere();
          return after;
        });
    if (isNoLongerHere[0]) {
      claims.free(there.user().source().nick());
    }
  }

  /** Another node says that nobody bears that nick there; the user, where that was the last. */
  Optional<User> isNotThere(String node, String key) {
    Presence[] gone = new Presence[1];
    entries.learn(
        key,
        (same, present) -> {
          if (present == null) {
            return null;
          }
          Presence after = orNobody(present.notOn(node));
          if (after == null) {
            gone[0] = present;
          }
          return after;
        });
    Optional<User> user = Optional.ofNullable(gone[0]).map(Presence::user);
    user.ifPresent(former::add);
    return user;
  }

  /** A user who stays without a connection, and was so on that node, is so here from now on. */
  boolean adopt(String node, String key) {
    boolean[] isAdopted = {false};
    entries.computeIfPresent(
        key,
        (same, present) -> {
          Present there = present.others().get(node);
          isAdopted[0] = there != null && there.isResident() && present.others().size() == 1;
          if (!isAdopted[0] || present.isHere() || !stayers.take(present.user())) {
            return present;
          }
          Presence after = present.notOn(node).absent(absentees.number());
          count.changed(present.user(), after.user());
          return after;
        });
    return isAdopted[0];
  }

  /** Is the user, who is about to leave, on no other node? Then the rooms are to be told. */
  Future<Boolean> isLast(Nick nick) {
    return claims.isLast(nick);
  }

  /** The user has left this node, and is on another. */
  void notHere(Nick nick) {
    Presence[] before = new Presence[1];
    entries.computeIfPresent(
        nick.key(),
        (key, present) -> {
          before[0] = present;
          return orNobody(present.notHere());
        });
    claims
        .free(nick)
        .onComplete(
            freed ->
                Optional.ofNullable(before[0])
                    .flatMap(Presence::leaving)
                    .ifPresent(Promise::tryComplete));
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
  Future<Boolean> settle(User user) {
    return settleHere(user)
        ? claims
            .takeIfFree(user.source())
            .onSuccess(isFree -> unless(isFree, user))
            .onFailure(away -> unless(false, user))
        : Future.succeededFuture(false);
  }

  private void unless(boolean isFree, User user) {
    if (!isFree) {
      stayers.free(user);
      entries.computeIfPresent(
          user.source().nick().key(), (key, present) -> orNobody(present.notHere()));
    }
  }

  private boolean settleHere(User user) {
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
      claims.free(nick).onComplete(freed -> entry.leaving().ifPresent(Promise::tryComplete));
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
  public Future<Boolean> rename(Nick from, Source to) {
    boolean isSame = from.key().equals(to.nick().key());
    if (isSame) {
      return Future.succeededFuture(nicks.change(from, to));
    }
    return claims
        .takeIfFree(to)
        .map(
            isFree -> {
              boolean isDone = isFree && nicks.change(from, to);
              if (isFree) {
                claims.free(isDone ? from : to.nick());
              }
              return isDone;
            });
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
    return entries.all().stream().map(Presence::user).toList();
  }

  @Override
  public Counts counts() {
    return count.counts(entries.size(), (int) figures.undecided.sum());
  }
}
