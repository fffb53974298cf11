package conclave;

import conclave.bus.Addresses;
import conclave.gateway.ServerCertificate;
import conclave.handler.Servers;
import conclave.handler.Servers.Node;
import conclave.handler.Servers.Share;
import conclave.web.Snapshot.Health;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Whether people can talk, and whether this node is ready for more of them. Any thread. */
final class Wellbeing {
  private static final Duration WARNING = Duration.ofDays(14);

  private final Supplier<Future<Void>> store;
  private final Servers servers;
  private final Supplier<ServerCertificate> certificate;
  private final InstantSource clock;
  private volatile boolean isStoreAway;
  private volatile int ownerless;
  private volatile boolean isIdle;

  /**
   * Nothing is known yet.
   *
   * @param store whether it answers
   */
  Wellbeing(
      Supplier<Future<Void>> store,
      Servers servers,
      Supplier<ServerCertificate> certificate,
      InstantSource clock) {
    this.store = store;
    this.servers = servers;
    this.certificate = certificate;
    this.clock = clock;
  }

  /** Looks at what does not tell of itself. */
  void look() {
    store.get().onComplete(fine -> isStoreAway = false, away -> isStoreAway = true);
    shares().onComplete(seen -> {}, away -> {});
  }

  private Future<Void> shares() {
    return servers
        .shares()
        .map(
            shares -> {
              Set<String> living = servers.all().stream().map(Node::id).collect(Collectors.toSet());
              ownerless =
                  Addresses.SHARDS
                      - (int)
                          shares.stream()
                              .filter(share -> living.contains(share.id()))
                              .flatMap(share -> share.shards().stream())
                              .distinct()
                              .count();
              isIdle = shares.stream().filter(this::isHere).allMatch(s -> s.shards().isEmpty());
              return null;
            });
  }

  private boolean isHere(Share share) {
    return servers.all().stream().anyMatch(node -> node.isHere() && node.id().equals(share.id()));
  }

  /** What is wrong and what will be, in sentences for anybody. */
  Health health() {
    List<String> problems = new ArrayList<>();
    if (isStoreAway) {
      problems.add("The store does not answer: messages are refused.");
    }
    if (!servers.isWhole()) {
      problems.add("This node is cut off from most of the others: messages are refused.");
    } else if (ownerless > 0) {
      problems.add("Nobody owns " + ownerless + " of 256 shards: their rooms wait.");
    }
    List<String> warnings = new ArrayList<>();
    Instant now = clock.instant();
    Instant ends = certificate.get().ends();
    if (!isValid(now)) {
      problems.add("The certificate is not valid now: clients refuse it.");
    } else if (ends.minus(WARNING).isBefore(now)) {
      long days = Duration.between(now, ends).toDays();
      warnings.add("The certificate expires in " + days + (days == 1 ? " day." : " days."));
    }
    return new Health(problems, warnings, ends.toEpochMilli());
  }

  private boolean isValid(Instant now) {
    ServerCertificate shown = certificate.get();
    return !now.isBefore(shown.begins()) && now.isBefore(shown.ends());
  }

  /** What must be so before people are sent here. */
  Map<String, Supplier<Future<Void>>> checks() {
    return Map.of(
        "store", store,
        "cluster", () -> holds(servers.isWhole(), "cut off from most other nodes"),
        "shards", () -> shares().compose(seen -> holds(!isIdle, "this node owns no shard")),
        "certificate", () -> holds(isValid(clock.instant()), "not valid now"));
  }

  private static Future<Void> holds(boolean isSo, String why) {
    return isSo ? Future.succeededFuture() : Future.failedFuture(why);
  }
}
