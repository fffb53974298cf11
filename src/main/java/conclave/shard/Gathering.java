package conclave.shard;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a place has decided and not begun to store. Where a commit takes long, one half of a lively
 * room speaks while the words of the other half are being stored, and so they go on for ever: each
 * message costs twice the commits and the writes. So a place whose last commit took long waits for
 * as many as were about to speak then, for some milliseconds. One loop.
 */
final class Gathering {
  /** Where a commit takes less, so little is under way that nothing is won. */
  private static final long LONG_MILLIS = 3;

  /** Nobody is waited for longer than that. */
  private static final long MOST_MILLIS = 20;

  /** The share of the last commit's time that is waited at most. */
  private static final int SHARE = 4;

  /** Who says nothing for so many times as long as the last commit took, has nothing to answer. */
  private static final int LIVELY = 8;

  /** So many share a commit and a write well enough. */
  private static final int ENOUGH = 40;

  private final Shard.Setting setting;
  private List<Commit.Waiting> waiting = new ArrayList<>();
  private @Nullable List<Commit.Waiting> timed;
  private boolean isTimeUp;
  private boolean isHurried;
  private long begun;
  private long ended;
  private long took;
  private int expected;

  Gathering(Shard.Setting setting) {
    this.setting = setting;
  }

  void add(Commit.Waiting one) {
    waiting.add(one);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** All that waits, in its order, for a commit of it. */
  List<Commit.Waiting> take() {
    begun = setting.clock().getAsLong();
    List<Commit.Waiting> all = waiting;
    waiting = new ArrayList<>();
    isTimeUp = false;
    return all;
  }

  /** Nobody is waited for any more. */
  void hurry() {
    isHurried = true;
  }

  /** The commit that began last is over; so many were in it. */
  void ended(int many) {
    ended = setting.clock().getAsLong();
    took = ended - begun;
    expected = Math.min(many + waiting.size(), ENOUGH);
  }

  /**
   * Is there more to come that is worth waiting for?
   *
   * @param again is told when it has been waited for long enough
   */
  boolean waits(Runnable again) {
    boolean isBusy = took >= LONG_MILLIS && setting.clock().getAsLong() - ended < LIVELY * took;
    if (!isBusy || isTimeUp || isHurried || waiting.size() >= expected) {
      return false;
    }
    List<Commit.Waiting> now = waiting;
    if (timed != now) {
      timed = now;
      setting
          .later()
          .run(Math.min((took + SHARE - 1) / SHARE, MOST_MILLIS), () -> timeUp(now, again));
    }
    return true;
  }

  /** Unless enough has come meanwhile, and what waits now is something else. */
  private void timeUp(List<Commit.Waiting> gathered, Runnable again) {
    if (gathered == waiting) {
      isTimeUp = true;
      again.run();
    }
  }
}
