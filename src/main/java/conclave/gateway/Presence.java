package conclave.gateway;

import conclave.account.Fingerprint;
import conclave.bus.PresenceNews;
import conclave.bus.PresenceNews.Present;
import conclave.command.User;
import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import io.vertx.core.Promise;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One user who is here. Immutable, but for when the user last said something.
 *
 * @param links by connection, of this node
 * @param others what other nodes say of the user, by node
 * @param leaving completes when the last connection's departure has been told to all rooms; until
 *     then the nick is not free
 * @param spoke milliseconds since 1970, UTC
 * @param absence tells this time without a connection from later ones; 0 where there is one
 * @param isResident does the user stay when its last connection is over?
 * @param changes how often the user has changed what it says of itself: what has more of them is
 *     newer, whichever node says so
 */
record Presence(
    User user,
    Map<String, Link> links,
    Map<String, Present> others,
    Optional<Promise<Void>> leaving,
    AtomicLong spoke,
    long absence,
    boolean isResident,
    long changes) {
  /** What AWAY of an automatic client says: the user is not there, and nobody said why. */
  static final String UNSPECIFIED = "*";

  /** What is said of a user who stays without a connection. */
  static final String NOT_CONNECTED = "Not connected";

  /** One connection. */
  record Link(String address, Optional<Fingerprint> certificate, Optional<String> away) {
    static final Link NEW = new Link("", Optional.empty(), Optional.empty());

    Link withAway(Optional<String> changed) {
      return new Link(address, certificate, changed);
    }
  }

  Presence {
    links = Map.copyOf(links);
    others = Map.copyOf(others);
  }

  static Presence of(User user, String connection) {
    return new Presence(
        user,
        Map.of(connection, Link.NEW),
        Map.of(),
        Optional.empty(),
        new AtomicLong(user.since()),
        0,
        false,
        0);
  }

  /** Somebody who was here without a connection when the server ended. */
  static Presence resident(User user, long absence) {
    return new Presence(
            user,
            Map.of(),
            Map.of(),
            Optional.empty(),
            new AtomicLong(user.since()),
            absence,
            true,
            0)
        .unconnected();
  }

  String key() {
    return user.source().nick().key();
  }

  boolean isOf(AccountName account) {
    return user.source().account().filter(own -> own.key().equals(account.key())).isPresent();
  }

  boolean is(Nick nick) {
    return user.source().nick().key().equals(nick.key());
  }

  boolean isSameUser(User other) {
    Source mine = user.source();
    return leaving.isEmpty()
        && other.source().account().isPresent()
        && mine.account().equals(other.source().account());
  }

  Presence with(User changed) {
    return new Presence(changed, links, others, leaving, spoke, absence, isResident, changes);
  }

  Presence with(String connection, Link link) {
    Map<String, Link> more = new HashMap<>(links);
    more.put(connection, link);
    return new Presence(user, more, others, leaving, spoke, 0, isResident, changes);
  }

  /**
   * Without a connection. Where that was the last one, the user stays by that number, or leaves.
   */
  Presence without(String connection, long number) {
    Map<String, Link> less = new HashMap<>(links);
    if (less.remove(connection) == null || !less.isEmpty()) {
      return new Presence(user, less, others, leaving, spoke, absence, isResident, changes);
    }
    boolean isElsewhere = others.values().stream().anyMatch(one -> !one.links().isEmpty());
    return number != 0 && user.source().account().isPresent() && !isElsewhere
        ? new Presence(user, less, others, leaving, spoke, number, isResident, changes)
        : departing();
  }

  /** As if that connection had never come. */
  Presence withoutTrace(String connection) {
    Map<String, Link> less = new HashMap<>(links);
    less.remove(connection);
    return new Presence(user, less, others, leaving, spoke, absence, isResident, changes);
  }

  /** The user's rooms are about to be told that it leaves. */
  Presence departing() {
    return new Presence(
        user, Map.of(), others, Optional.of(Promise.promise()), spoke, 0, isResident, changes);
  }

  /** Who stays for good is away meanwhile; what it has said of that holds. */
  private Presence unconnected() {
    return with(user.withAway(user.away().or(() -> Optional.of(NOT_CONNECTED))));
  }

  /** One that stays when its last connection is over, or does not. */
  Presence residing(boolean isOn) {
    return new Presence(user, links, others, leaving, spoke, absence, isOn, changes);
  }

  /** Somebody whom other nodes have told of. */
  static Presence elsewhere(String node, Present present) {
    return new Presence(
        present.user(),
        Map.of(),
        Map.of(node, present),
        Optional.empty(),
        new AtomicLong(present.spoke()),
        0,
        present.isResident(),
        present.changes());
  }

  /** As another node says that it is, where it is not here: here, this node knows it better. */
  Presence as(String node, Present present) {
    Map<String, Present> more = new HashMap<>(others);
    more.put(node, present);
    boolean isBackThere = isAbsent() && !present.links().isEmpty();
    boolean isHere = isHere() && !isBackThere;
    boolean isNewer = present.changes() > changes;
    Presence after =
        new Presence(
            isHere ? (isNewer ? user.saying(present.user()) : user) : present.user(),
            links,
            more,
            leaving,
            spoke,
            isBackThere ? 0 : absence,
            isHere ? isResident : present.isResident(),
            Math.max(changes, present.changes()));
    return isHere ? after.counted() : after;
  }

  /** The first connection on this node is one more of a user whom other nodes know better. */
  Presence joining() {
    return others.values().stream()
        .max(Comparator.comparingLong(Present::changes))
        .map(
            there ->
                new Presence(
                    there.user(),
                    links,
                    others,
                    leaving,
                    spoke,
                    absence,
                    isResident,
                    there.changes()))
        .orElse(this);
  }

  /** The user says something else of itself from now on, whatever other nodes said before. */
  Presence saying(User changed) {
    return new Presence(changed, links, others, leaving, spoke, absence, isResident, changes + 1);
  }

  /** As far as that node has told of it. */
  Presence notOn(String node) {
    Map<String, Present> less = new HashMap<>(others);
    less.remove(node);
    return new Presence(user, links, less, leaving, spoke, absence, isResident, changes);
  }

  /** On other nodes alone. */
  Presence notHere() {
    return new Presence(user, Map.of(), others, Optional.empty(), spoke, 0, isResident, changes);
  }

  /** The rooms that the user is in, as far as any node knows. */
  Set<RoomName> rooms() {
    Set<RoomName> all = new HashSet<>(user.rooms());
    others.values().forEach(there -> all.addAll(there.user().rooms()));
    return all;
  }

  /** Do several connections share it? */
  boolean isShared() {
    return allLinks().limit(2).count() > 1;
  }

  /** Is it on this node, with connections, without, or about to leave? */
  boolean isHere() {
    return !links.isEmpty() || isAbsent() || leaving.isPresent();
  }

  /** As this node tells others of it. */
  Present told() {
    List<PresenceNews.Link> all =
        links.values().stream()
            .map(link -> new PresenceNews.Link(link.address, link.certificate, link.away))
            .toList();
    return new Present(user, all, isResident, spoke.get(), changes);
  }

  /** On this node without a connection, and it stays so. */
  Presence absent(long number) {
    return new Presence(user, Map.of(), others, Optional.empty(), spoke, number, true, changes)
        .unconnected();
  }

  /** The connections of all nodes. */
  private Stream<Link> allLinks() {
    Stream<Link> far =
        others.values().stream()
            .flatMap(present -> present.links().stream())
            .map(link -> new Link(link.address(), link.certificate(), link.away()));
    return Stream.concat(links.values().stream(), far);
  }

  /** Is the user here without any connection? */
  boolean isAbsent() {
    return absence != 0;
  }

  /** Something of all connections. */
  List<String> ofLinks(Function<Link, Optional<String>> part) {
    return allLinks().flatMap(link -> part.apply(link).stream()).distinct().sorted().toList();
  }

  /** Away when all connections are; a text that a person wrote goes before one that nobody did. */
  Presence counted() {
    List<Link> all = allLinks().toList();
    if (all.isEmpty()) {
      return isAbsent() && isResident ? unconnected() : this;
    }
    boolean isAway = all.stream().allMatch(link -> link.away().isPresent());
    Optional<String> text =
        all.stream()
            .flatMap(link -> link.away().stream())
            .filter(away -> !away.equals(UNSPECIFIED))
            .sorted()
            .findFirst();
    return with(user.withAway(isAway ? text.or(() -> Optional.of("Away")) : Optional.empty()));
  }
}
