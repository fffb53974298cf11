package conclave.web;

import conclave.account.AccountRole;
import conclave.account.Peer;
import conclave.account.Right;
import conclave.bus.Ranked;
import conclave.bus.Revoked;
import conclave.name.AccountName;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Who has logged in at the page, by the cookies of their browsers. Each visit is a session of its
 * account, and ends with it. One loop.
 */
final class Visits {
  static final int MOST = 100;
  static final Duration IDLE = Duration.ofMinutes(30);
  static final Duration LIFE = Duration.ofHours(12);
  private static final int SECRET_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Visit> open = new LinkedHashMap<>();
  private final LongSupplier clock;
  private final Consumer<Visit> ended;

  /**
   * Nobody yet.
   *
   * @param clock milliseconds that never go back
   * @param ended is told of each visit that is over, so that its session ends
   */
  Visits(LongSupplier clock, Consumer<Visit> ended) {
    this.clock = clock;
    this.ended = ended;
  }

  /** An operator has come. Where there are too many, who was not seen for longest is out. */
  Visit begin(AccountName account, AccountRole role, Peer peer) {
    if (open.size() >= MOST) {
      open.values().stream().min(Comparator.comparingLong(Visit::seen)).ifPresent(this::end);
    }
    Visit visit = new Visit(secret(), secret(), account, role, peer, clock.getAsLong());
    open.put(visit.cookie(), visit);
    return visit;
  }

  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The visit that this cookie belongs to, which is seen by that. */
  Optional<Visit> find(String cookie) {
    Optional<Visit> visit = Optional.ofNullable(open.get(cookie)).filter(this::isOpen);
    visit.ifPresent(found -> found.seenAt(clock.getAsLong()));
    return visit;
  }

  /** Does it go on? */
  boolean isOpen(Visit visit) {
    long now = clock.getAsLong();
    return open.containsKey(visit.cookie())
        && now - visit.seen() < IDLE.toMillis()
        && now - visit.begun() < LIFE.toMillis();
  }

  void end(Visit visit) {
    if (open.remove(visit.cookie()) != null) {
      ended.accept(visit);
    }
  }

  /** Ends those that have lasted too long, or that nobody looks at any more. */
  void sweep() {
    endAll(visit -> !isOpen(visit));
  }

  /** Ends all. */
  void close() {
    endAll(visit -> true);
  }

  /** Sessions were ended. */
  void revoked(Revoked revoked) {
    endAll(visit -> revoked.connections().contains(visit.peer().connection()));
  }

  /** Somebody may do more than before, or less. */
  void ranked(Ranked ranked) {
    for (Visit visit : List.copyOf(open.values())) {
      if (visit.account().key().equals(ranked.account().key())) {
        visit.ranked(ranked.role());
      }
    }
    endAll(visit -> !visit.may(Right.CONNECTIONS));
  }

  private void endAll(Predicate<Visit> which) {
    List.copyOf(open.values()).stream().filter(which).forEach(this::end);
  }
}
