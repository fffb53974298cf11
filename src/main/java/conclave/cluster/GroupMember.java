package conclave.cluster;

import io.vertx.core.Completable;
import io.vertx.core.Promise;
import io.vertx.ext.cluster.infinispan.InfinispanClusterManager;
import org.infinispan.manager.DefaultCacheManager;

/** That of Vert.x, which leaves a group alone that it has not made: this one ends it. */
final class GroupMember extends InfinispanClusterManager {
  private final DefaultCacheManager group;

  GroupMember(DefaultCacheManager group) {
    super(group);
    this.group = group;
  }

  @Override
  public void leave(Completable<Void> done) {
    Promise<Void> left = Promise.promise();
    super.leave(left);
    left.future().onComplete(good -> end(done::succeed), failure -> end(() -> done.fail(failure)));
  }

  /**
   * Says good-bye to the others, which blocks, and no thread of Vert.x may be held by it any more.
   */
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
