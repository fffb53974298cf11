package conclave.handler;

import conclave.command.ServerBan;
import conclave.command.ServerBan.Kind;
import conclave.name.Source;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who may not come to this server: a bounded list that is kept in the store, and read from memory.
 * Any thread.
 */
public final class ServerBans {
  /** So many there may be. */
  static final int MAX = 1_000;

  private final BanStore store;
  private final Runnable tell;
  private volatile List<ServerBan> bans = List.of();

  /**
   * None yet.
   *
   * @param tell is run when the store has others: those who share it are to read it again
   */
  public ServerBans(BanStore store, Runnable tell) {
    this.store = store;
    this.tell = tell;
  }

  /** One that is in the store. */
  public void learn(ServerBan ban) {
    replace(ban.kind(), ban.mask(), Optional.of(ban));
  }

  /** Reads what is kept. */
  public Future<Void> load() {
    return store.load(System.currentTimeMillis()).onSuccess(this::set).mapEmpty();
  }

  private synchronized void set(List<ServerBan> read) {
    bans = List.copyOf(read);
  }

  /** Keeps a ban; false where no more fit. */
  Future<Boolean> add(ServerBan ban) {
    boolean isFull =
        all().stream().filter(one -> !isSame(one, ban.kind(), ban.mask())).count() >= MAX;
    return isFull
        ? Future.succeededFuture(false)
        : store
            .put(ban)
            .onSuccess(kept -> changed(ban.kind(), ban.mask(), Optional.of(ban)))
            .map(true);
  }

  /** Forgets a ban; false where there is none. */
  Future<Boolean> remove(Kind kind, String mask) {
    return all().stream().noneMatch(ban -> isSame(ban, kind, mask))
        ? Future.succeededFuture(false)
        : store
            .remove(kind, mask)
            .onSuccess(gone -> changed(kind, mask, Optional.empty()))
            .map(true);
  }

  private void changed(Kind kind, String mask, Optional<ServerBan> with) {
    replace(kind, mask, with);
    tell.run();
  }

  private synchronized void replace(Kind kind, String mask, Optional<ServerBan> with) {
    long now = System.currentTimeMillis();
    List<ServerBan> changed = new ArrayList<>(bans);
    changed.removeIf(ban -> isSame(ban, kind, mask) || !ban.isInForce(now));
    with.ifPresent(changed::add);
    bans = List.copyOf(changed);
  }

  private static boolean isSame(ServerBan ban, Kind kind, String mask) {
    return ban.kind() == kind && ban.mask().equals(mask);
  }

  /** Those that hold now. */
  public List<ServerBan> all() {
    long now = System.currentTimeMillis();
    return bans.stream().filter(ban -> ban.isInForce(now)).toList();
  }

  /** The ban that covers who comes from there. */
  public Optional<ServerBan> of(String address) {
    return first(ban -> ban.covers(address));
  }

  /** The ban that covers who is seen so. */
  public Optional<ServerBan> of(Source source) {
    return first(ban -> ban.covers(source));
  }

  private Optional<ServerBan> first(Predicate<ServerBan> covers) {
    long now = System.currentTimeMillis();
    return bans.stream().filter(ban -> ban.isInForce(now) && covers.test(ban)).findFirst();
  }
}
