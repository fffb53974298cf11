package conclave.handler;

import conclave.name.AccountName;
import io.vertx.core.Future;
import java.util.function.LongConsumer;

/**
 * Keeps how far each account has read its rooms and conversations. Callable on any context; futures
 * complete on the caller's.
 */
public interface ReadMarkers {
  /** So many an account has; above them, those of the longest ago are forgotten. */
  int MAX = 1_000;

  /**
   * How far that is read; 0 where it never was.
   *
   * @param target the key of a room or a nick
   * @return milliseconds since 1970, UTC
   */
  Future<Long> of(AccountName account, String target);

  /**
   * It is read up to that time, or further where it was before; how far, when that is stored.
   *
   * @param stored is told how far, in the order of the commits, on whatever thread
   */
  Future<Long> advance(AccountName account, String target, long time, LongConsumer stored);
}
