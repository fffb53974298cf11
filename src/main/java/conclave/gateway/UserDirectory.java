package conclave.gateway;

import conclave.account.Fingerprint;
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
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Who is on this node. Any thread: each entry is immutable, and replaced in one step. */
public final class UserDirectory implements Users {
  private final Register register;
  private final Entries entries;
  private final Absentees absentees;
  private final HeadCount count;
  private final Stayers stayers;
  private final GatewayFigures figures;
  private final Consumer<UserEvent> announce;
  private final NickChanges nicks;
  private final Claims claims;
  private final Coming coming;

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
    this.register = Register.empty(announce, look, claims);
    this.entries = register.entries();
    this.absentees = register.absentees();
    this.count = register.count();
    this.stayers = register.stayers();
    this.figures = figures;
    this.announce = announce;
    this.claims = claims;
    this.nicks = new NickChanges(register);
    this.coming = new Coming(register, nicks);
  }

  /** All that is kept, for who tells other nodes of it and learns from them. */
  Register register() {
    return register;
  }

  @Override
  public Future<Claim> claim(User user, String connection) {
    return coming.claim(user, connection);
  }

  /** How users come to be here. */
  Coming coming() {
    return coming;
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
          return register.orNobody(present.notHere());
        });
    claims
        .free(nick)
        .onComplete(
            freed ->
                Optional.ofNullable(before[0])
                    .flatMap(Presence::leaving)
                    .ifPresent(Promise::tryComplete));
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
    return coming.settle(user);
  }

  /** Frees the nick of a user whose departure has been told. */
  void gone(Nick nick) {
    find(nick).ifPresent(user -> register.looks().free(user.source().nick()));
    Presence entry = entries.remove(nick.key());
    if (entry != null) {
      stayers.free(entry.user());
      count.went(entry.user());
      register.former().add(entry.user());
      announce.accept(new UserEvent.WentOut(entry.user().source()));
      claims.free(nick).onComplete(freed -> entry.leaving().ifPresent(Promise::tryComplete));
    }
  }

  void entered(Nick nick, RoomName room) {
    if (find(nick).filter(user -> user.rooms().contains(room)).isEmpty()) {
      change(nick, user -> user.in(room));
    }
  }

  void left(Nick nick, RoomName room) {
    change(nick, user -> user.outOf(room));
  }

  /** A room that the user is in has another name. */
  void moved(Nick nick, RoomName from, RoomName to) {
    change(nick, user -> user.rooms().contains(from) ? user.outOf(from).in(to) : user);
  }

  private void change(Nick nick, UnaryOperator<User> to) {
    register.change(nick, to, Presence::with);
  }

  /** The user says it of itself: other nodes that have it too must take it over. */
  private void say(Nick nick, UnaryOperator<User> to) {
    register.change(nick, to, Presence::saying);
  }

  @Override
  public void describe(Nick nick, String realname) {
    say(nick, user -> user.withRealname(realname));
  }

  @Override
  public Future<Boolean> rename(Nick from, Source to, Supplier<Future<Void>> tell) {
    return nicks.change(from, to, tell);
  }

  @Override
  public void ranked(Nick nick, boolean isOperator) {
    say(nick, user -> user.ranked(isOperator));
  }

  @Override
  public void change(Nick nick, UserMode mode, boolean isOn) {
    say(nick, user -> user.with(mode, isOn));
  }

  @Override
  public void annotate(Nick nick, String key, Optional<String> value) {
    say(nick, user -> user.with(key, value));
  }

  /** The user has said something. */
  void spoke(Nick nick) {
    presence(nick).ifPresent(entry -> entry.spoke().set(System.currentTimeMillis()));
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

  /** The rooms that the user may be in: what other nodes say is in it, too. */
  Set<RoomName> roomsOf(Nick nick) {
    return presence(nick).map(Presence::rooms).orElse(Set.of());
  }

  private Optional<Presence> presence(Nick nick) {
    return Optional.ofNullable(entries.get(nick.key()));
  }

  @Override
  public List<Former> formerly(Nick nick) {
    return register.former().of(nick);
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
    return count.counts(entries.size(), entries.here(), figures);
  }
}
