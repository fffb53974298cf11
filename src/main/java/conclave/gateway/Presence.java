package conclave.gateway;

import conclave.account.Fingerprint;
import conclave.command.User;
import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.name.Source;
import io.vertx.core.Promise;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * One user who is here. Immutable, but for when the user last said something.
 *
 * @param links by connection
 * @param leaving completes when the last connection's departure has been told to all rooms; until
 *     then the nick is not free
 * @param spoke milliseconds since 1970, UTC
 * @param absence tells this time without a connection from later ones; 0 where there is one
 * @param isResident does the user stay when its last connection is over?
 */
record Presence(
    User user,
    Map<String, Link> links,
    Optional<Promise<Void>> leaving,
    AtomicLong spoke,
    long absence,
    boolean isResident) {
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
  }

  static Presence of(User user, String connection) {
    return new Presence(
        user,
        Map.of(connection, Link.NEW),
        Optional.empty(),
        new AtomicLong(user.since()),
        0,
        false);
  }

  /** Somebody who was here without a connection when the server ended. */
  static Presence resident(User user, long absence) {
    return new Presence(
            user, Map.of(), Optional.empty(), new AtomicLong(user.since()), absence, true)
        .unconnected();
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
    return new Presence(changed, links, leaving, spoke, absence, isResident);
  }

  Presence with(String connection, Link link) {
    Map<String, Link> more = new HashMap<>(links);
    more.put(connection, link);
    return new Presence(user, more, leaving, spoke, 0, isResident);
  }

  /**
   * Without a connection. Where that was the last one, the user stays by that number, or leaves.
   */
  Presence without(String connection, long number) {
    Map<String, Link> less = new HashMap<>(links);
    if (less.remove(connection) == null || !less.isEmpty()) {
      return new Presence(user, less, leaving, spoke, absence, isResident);
    }
    return number != 0 && user.source().account().isPresent()
        ? new Presence(user, less, leaving, spoke, number, isResident)
        : departing();
  }

  /** The user's rooms are about to be told that it leaves. */
  Presence departing() {
    return new Presence(user, Map.of(), Optional.of(Promise.promise()), spoke, 0, isResident);
  }

  /** Who stays for good is away meanwhile; what it has said of that holds. */
  private Presence unconnected() {
    return with(user.withAway(user.away().or(() -> Optional.of(NOT_CONNECTED))));
  }

  /** One that stays when its last connection is over, or does not. */
  Presence residing(boolean isOn) {
    return new Presence(user, links, leaving, spoke, absence, isOn);
  }

  /** Is the user here without any connection? */
  boolean isAbsent() {
    return absence != 0;
  }

  /** Something of all connections. */
  List<String> ofLinks(Function<Link, Optional<String>> part) {
    return links.values().stream()
        .flatMap(link -> part.apply(link).stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** Away when all connections are; a text that a person wrote goes before one that nobody did. */
  Presence counted() {
    Collection<Link> all = links.values();
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
