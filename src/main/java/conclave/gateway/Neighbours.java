package conclave.gateway;

import conclave.bus.Active;
import conclave.bus.Addresses;
import conclave.bus.Everyone;
import conclave.bus.Inhabitants;
import conclave.bus.NickSettled;
import conclave.bus.PresenceNews;
import conclave.bus.PresenceNews.Bearer;
import conclave.command.User;
import conclave.name.Nick;
import io.vertx.core.Future;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Tells other nodes who is here, and learns from them who is there: each change as all that is true
 * of one user then, so that a later one makes up for any before it. Any thread.
 */
public final class Neighbours implements Inhabitants {
  private final String self;
  private final Everyone everyone;
  private final Entries entries;
  private final Elsewhere elsewhere;

  private final Waiters waiters = new Waiters();
  private final UserDirectory users;

  /** Up to which number each node has told, without a gap. */
  private final Map<String, Long> heard = new ConcurrentHashMap<>();

  private final Speaking speaking = new Speaking();
  private long number;

  /** What the node itself has in its directory is told to everyone. */
  public Neighbours(String self, Everyone everyone, UserDirectory users) {
    this.self = self;
    this.users = users;
    this.everyone = everyone;
    this.entries = users.register().entries();
    this.elsewhere = new Elsewhere(users.register());
    entries.tell(this::changed);
    users.register().count().nodes(() -> heard.size() + 1);
  }

  /** Under the lock, so that of two changes of a user what was true last is told last. */
  private synchronized void changed(String key) {
    PresenceNews news = new PresenceNews(self, ++number, false, 0, List.of(bearer(key)));
    everyone.tell(Addresses.PRESENCES, news);
  }

  private Bearer bearer(String key) {
    return new Bearer(
        key, Optional.ofNullable(entries.get(key)).filter(Presence::isHere).map(Presence::told));
  }

  @Override
  public synchronized long last() {
    return number;
  }

  @Override
  public synchronized PresenceNews all() {
    List<Bearer> here =
        entries.all().stream()
            .filter(Presence::isHere)
            .map(present -> new Bearer(present.key(), Optional.of(present.told())))
            .toList();
    return new PresenceNews(self, 0, true, number, here);
  }

  @Override
  public boolean knows(String node, long number) {
    return heard.getOrDefault(node, -1L) >= number;
  }

  @Override
  public Future<Void> heard(String node, long number) {
    return waiters.until(node, number, () -> heard.getOrDefault(node, -1L));
  }

  @Override
  public Future<NickSettled> settled(Nick nick) {
    return users.coming().told(nick).map(told -> new NickSettled(self, last()));
  }

  @Override
  public void settleBy(Function<Nick, Future<Void>> elsewhere) {
    users.coming().settleBy(elsewhere);
  }

  @Override
  public Active active() {
    return speaking.since(entries.all());
  }

  @Override
  public void active(Active there) {
    speaking.there(there, entries);
  }

  @Override
  public boolean learn(PresenceNews news) {
    boolean isNext = news.node().equals(self) || learnInTurn(news);
    waiters.heard(news.node(), heard.getOrDefault(news.node(), -1L));
    return isNext;
  }

  private synchronized boolean learnInTurn(PresenceNews news) {
    long before = heard.getOrDefault(news.node(), -1L);
    if (news.isAll()) {
      if (news.upTo() >= before) {
        heard.put(news.node(), news.upTo());
        learnAll(news);
      }
      return true;
    }
    news.bearers().forEach(bearer -> learn(news.node(), bearer));
    if (news.number() == before + 1) {
      heard.put(news.node(), news.number());
    }
    return news.number() <= before + 1;
  }

  private void learnAll(PresenceNews news) {
    Set<String> there = new HashSet<>();
    news.bearers().forEach(bearer -> there.add(bearer.key()));
    news.bearers().forEach(bearer -> learn(news.node(), bearer));
    forget(news.node(), key -> !there.contains(key));
  }

  private void learn(String node, Bearer bearer) {
    bearer
        .present()
        .ifPresentOrElse(
            present -> elsewhere.isThere(node, bearer.key(), present),
            () -> elsewhere.isNotThere(node, bearer.key()));
  }

  @Override
  public Set<String> nodesOf(Nick nick) {
    Presence present = entries.get(nick.key());
    if (present == null) {
      return Set.of();
    }
    Set<String> nodes = new HashSet<>(present.others().keySet());
    if (present.isHere()) {
      nodes.add(self);
    }
    return nodes;
  }

  @Override
  public Set<String> roomsHere() {
    Set<String> rooms = new HashSet<>();
    for (Presence present : entries.all()) {
      if (present.isHere()) {
        present.user().rooms().forEach(room -> rooms.add(room.key()));
      }
    }
    return rooms;
  }

  @Override
  public Set<String> accountsHere() {
    Set<String> accounts = new HashSet<>();
    for (Presence present : entries.all()) {
      if (!present.links().isEmpty()) {
        present.user().source().account().ifPresent(account -> accounts.add(account.key()));
      }
    }
    return accounts;
  }

  @Override
  public List<Nick> adopt(String node) {
    return on(node).stream().filter(key -> elsewhere.adopt(node, key)).map(Nick::new).toList();
  }

  @Override
  public List<User> forget(String node) {
    waiters.forget(node);
    return forgotten(node);
  }

  private synchronized List<User> forgotten(String node) {
    heard.remove(node);
    return forget(node, key -> true);
  }

  private List<User> forget(String node, Predicate<String> which) {
    return on(node).stream()
        .filter(which)
        .flatMap(key -> elsewhere.isNotThere(node, key).stream())
        .toList();
  }

  private List<String> on(String node) {
    return entries.all().stream()
        .filter(present -> present.others().containsKey(node))
        .map(Presence::key)
        .toList();
  }
}
