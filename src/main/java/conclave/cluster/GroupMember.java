package conclave.cluster;

import io.vertx.core.Completable;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.spi.cluster.RegistrationInfo;
import io.vertx.ext.cluster.infinispan.InfinispanClusterManager;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.infinispan.manager.DefaultCacheManager;
import org.infinispan.notifications.Listener;
import org.infinispan.notifications.cachemanagerlistener.annotation.Merged;
import org.infinispan.notifications.cachemanagerlistener.event.MergeEvent;
import org.infinispan.remoting.transport.jgroups.JGroupsTransport;
import org.jspecify.annotations.Nullable;

/**
 * The cluster manager of Vert.x, with two differences. It ends the group, which the other leaves
 * alone unless it has made it. And after a split it tells the others anew where this node is and
 * what it listens to: they have forgotten that when it was away, and no message would reach it ever
 * again (vert.x #4394).
 */
final class GroupMember extends InfinispanClusterManager {
  /** More than once: what is told while the maps are merged may be lost in that. */
  private static final long[] TOLD_AFTER_MILLIS = {1, 1_000, 3_000, 10_000};

  private final DefaultCacheManager group;

  /** As many as the node has consumers of other nodes' messages. */
  private final Set<Registration> own = ConcurrentHashMap.newKeySet();

  private @Nullable Vertx vertx;

  private record Registration(String address, RegistrationInfo info) {}

  GroupMember(DefaultCacheManager group) {
    super(group);
    this.group = group;
  }

  @Override
  public void init(Vertx owner) {
    super.init(owner);
    vertx = owner;
    group.addListener(new Merging());
  }

  @Override
  public void addRegistration(String address, RegistrationInfo info, Completable<Void> done) {
    own.add(new Registration(address, info));
    super.addRegistration(address, info, done);
  }

  @Override
  public void removeRegistration(String address, RegistrationInfo info, Completable<Void> done) {
    own.remove(new Registration(address, info));
    super.removeRegistration(address, info, done);
  }

  /** Hears when those who were apart are together again. */
  @Listener(sync = false)
  public final class Merging {
    /** Infinispan calls it. */
    @Merged
    public void merged(MergeEvent event) {
      Vertx told = vertx;
      if (told != null) {
        for (long delay : TOLD_AFTER_MILLIS) {
          told.setTimer(delay, id -> tellAll());
        }
      }
    }
  }

  /** Tells the others where this node is, and what it listens to; they may know it already. */
  void tellAll() {
    setNodeInfo(getNodeInfo(), (done, failure) -> {});
    own.forEach(each -> super.addRegistration(each.address, each.info, (done, failure) -> {}));
  }

  /**
   * Tells the group nothing more: who was declared dead is none of it, and would wait in vain for
   * the others to agree to each thing that it takes back.
   */
  void abandon() {
    if (group.getTransport() instanceof JGroupsTransport transport) {
      new Thread(transport.getChannel()::close, "cluster-abandon").start();
    }
  }

  @Override
  public void leave(Completable<Void> done) {
    Promise<Void> left = Promise.promise();
    super.leave(left);
    left.future().onComplete(good -> end(done::succeed), failure -> end(() -> done.fail(failure)));
  }

  /** Says good-bye to the others, which blocks, and no thread of Vert.x may be held by it. */
  private void end(Runnable ended) {
    new Thread(
            () -> {
              group.stop();
              ended.run();
            },
            "cluster-leave")
        .start();
  }
}
