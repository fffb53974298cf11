package conclave.handler;

import conclave.name.Nick;
import conclave.name.Source;
import io.vertx.core.Future;

/**
 * Which nicks are in use on other nodes: of several nodes that want one, one gets it. Any thread.
 */
public interface Claims {
  /** There is no other node. */
  Claims NONE =
      new Claims() {
        @Override
        public Future<Users.Claim> take(Source user) {
          return Future.succeededFuture(Users.Claim.NEW);
        }

        @Override
        public Future<Boolean> takeIfFree(Source user) {
          return Future.succeededFuture(true);
        }

        @Override
        public Future<Boolean> isLast(Nick nick) {
          return Future.succeededFuture(true);
        }

        @Override
        public Future<Void> free(Nick nick) {
          return Future.succeededFuture();
        }
      };

  /**
   * The user is on this node too, unless somebody else bears the nick, or one that looks like it.
   */
  Future<Users.Claim> take(Source user);

  /** The user is on this node and on no other; false where it can't be. */
  Future<Boolean> takeIfFree(Source user);

  /**
   * Who stays is on this node again, and on no other that lives; false where it can't be. Its own
   * nick is free for that where all nodes have ended on which it was.
   */
  default Future<Boolean> takeBack(Source user) {
    return takeIfFree(user);
  }

  /**
   * The user leaves this node: is it on no other? Then nobody gets the nick until it is free, and
   * the rooms are to be told.
   */
  Future<Boolean> isLast(Nick nick);

  /** The user is on this node no longer. */
  Future<Void> free(Nick nick);
}
