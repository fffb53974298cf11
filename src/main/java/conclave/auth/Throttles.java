package conclave.auth;

import conclave.account.Peer;
import conclave.bus.LogInTried;
import conclave.bus.LogInTried.Outcome;
import conclave.config.Config;
import conclave.name.CaseFold;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Says when a log-in may be tried, so that passwords can't be guessed by trying: the more failed
 * for an account or from a network, the longer the next one waits. One loop.
 *
 * <p>An account, whether there is one of that name or not, and the narrowest network have {@code
 * limits.log-in-failures} failures free; the network around that has four times as many, and the
 * one around both sixteen times: nobody locks out a whole provider cheaply, and who owns a /48
 * meets a wall all the same. The next try then waits {@code limits.log-in-delay}, and each further
 * failure doubles that up to {@code limits.log-in-delay-max}. What was idle for ten minutes and for
 * twice its delay is forgotten.
 *
 * <p>An account under attack stays usable for its owner: where somebody has logged in to it before,
 * the account's own delay does not hold.
 *
 * <p>A try counts for its account as a failure until it is decided: a thousand at once are a
 * thousand. For a network, behind which many people may come back at once, it does not: {@code
 * limits.log-ins-at-once} may be under way from the narrowest one as long as nothing fails, and the
 * fewer the more has failed.
 *
 * <p>All of it counts on all nodes: who tries on one after the other has no more tries than on one.
 * What was tried on several in the same moment may be that much more, and then makes each wait
 * longer. A node that begins has counted nothing yet.
 *
 * <p>Accounts and networks are remembered apart, so that made-up names push out no network and
 * networks no account: {@code limits.log-in-tracked} of each.
 */
final class Throttles {
  private static final int HOMES = 4;
  private static final int LONGEST_NAME = 64;
  private static final int WIDER = 4;
  private static final long MILLIS = 1_000;

  private final Config config;
  private final Tallies accounts;
  private final Tallies prefixes;

  /** How many of an account's failures are whose: by account and narrowest network. */
  private final Tallies pairs;

  private final Remembered<Remembered<Boolean>> homes;

  private final String self = UUID.randomUUID().toString();
  private final Consumer<LogInTried> everyone;

  /**
   * Remembers nothing yet.
   *
   * @param clock milliseconds that never go back
   * @param everyone is told what counts on other nodes, and may tell it back
   */
  Throttles(Config config, LongSupplier clock, Consumer<LogInTried> everyone) {
    this.everyone = everyone;
    this.config = config;
    this.accounts = new Tallies(config, clock);
    this.prefixes = new Tallies(config, clock);
    this.pairs = new Tallies(config, clock);
    this.homes = new Remembered<>(config.limits().logInTracked());
  }

  /**
   * May this log-in be tried now? If so, one of {@link #succeeded}, {@link #failed} and {@link
   * #undecided} follows; where none does, it has failed after a minute.
   *
   * @param account as the peer wrote it
   * @return nothing for yes; else how long to wait, in whole seconds, and nothing is counted
   */
  Optional<Duration> enter(String account, Peer peer) {
    String name = key(account);
    long wait = isAtHome(account, peer) ? 0 : accounts.waiting(name);
    int free = config.limits().logInFailures();
    int atOnce = config.limits().logInsAtOnce();
    int wider = 1;
    for (String prefix : peer.prefixes()) {
      boolean isFull = !prefixes.admits(prefix, free * wider, atOnce * wider);
      wait = Math.max(wait, Math.max(prefixes.waiting(prefix), isFull ? MILLIS : 0));
      wider *= WIDER;
    }
    if (wait > 0) {
      return Optional.of(Duration.ofSeconds((wait + MILLIS - 1) / MILLIS));
    }
    tell(Outcome.ENTERED, name, peer.prefixes());
    each(peer.prefixes(), prefixes::begin);
    return Optional.empty();
  }

  /** Counts it here and on all other nodes. */
  private void tell(Outcome outcome, String name, List<String> networks) {
    LogInTried tried = new LogInTried(self, outcome, name, networks);
    count(tried);
    everyone.accept(tried);
  }

  /** Something was tried on some node. */
  void heard(LogInTried tried) {
    if (!tried.by().equals(self)) {
      count(tried);
    }
  }

  private void count(LogInTried tried) {
    String name = tried.account();
    int free = config.limits().logInFailures();
    switch (tried.outcome()) {
      case ENTERED -> {
        accounts.add(name, free);
        pairs.add(pair(tried), free);
      }
      case FAILED -> each(tried.prefixes(), prefixes::add);
      case UNDECIDED -> {
        accounts.takeBack(name, 1);
        pairs.takeBack(pair(tried), 1);
      }
      case SUCCEEDED -> {
        accounts.takeBack(name, Math.max(1, pairs.remove(pair(tried))));
        homes
            .computeIfAbsent(name, first -> new Remembered<>(HOMES))
            .put(narrowest(tried), Boolean.TRUE);
      }
      case FORGOTTEN -> homes.remove(name);
    }
  }

  private static String narrowest(LogInTried tried) {
    return tried.prefixes().isEmpty() ? "" : tried.prefixes().get(0);
  }

  private void each(List<String> networks, BiConsumer<String, Integer> action) {
    int allowed = config.limits().logInFailures();
    for (String prefix : networks) {
      action.accept(prefix, allowed);
      allowed *= WIDER;
    }
  }

  /** The log-in that entered was wrong. */
  void failed(String account, Peer peer) {
    tell(Outcome.FAILED, key(account), peer.prefixes());
    peer.prefixes().forEach(prefixes::end);
  }

  /** Nobody will know whether the log-in that entered was right: it is no failure. */
  void undecided(String account, Peer peer) {
    tell(Outcome.UNDECIDED, key(account), peer.prefixes());
    peer.prefixes().forEach(prefixes::end);
  }

  /**
   * The log-in that entered was right: it is no failure, what failed for that account from there
   * before counts for the account no more, and the peer is at home there. The networks keep what
   * else they have: an account of one's own is no way to try others'.
   */
  void succeeded(String account, Peer peer) {
    tell(Outcome.SUCCEEDED, key(account), peer.prefixes());
    peer.prefixes().forEach(prefixes::end);
  }

  /** Has the account been logged in to from there before? */
  boolean isAtHome(String account, Peer peer) {
    Remembered<Boolean> known = homes.get(key(account));
    return known != null && known.get(peer.narrowest()) != null;
  }

  /** The account is at home nowhere any more: its password was changed, maybe for a reason. */
  void forgetHomes(String account) {
    tell(Outcome.FORGOTTEN, key(account), List.of());
  }

  /** How many accounts, networks and pairs of both are remembered. */
  List<Integer> sizes() {
    return List.of(accounts.size(), prefixes.size(), pairs.size(), homes.size());
  }

  /** Names that are too long for any account are cut: what is remembered of each stays small. */
  private static String key(String account) {
    return CaseFold.fold(
        account.length() > LONGEST_NAME ? account.substring(0, LONGEST_NAME) : account);
  }

  private static String pair(LogInTried tried) {
    return tried.account() + " " + narrowest(tried);
  }
}
