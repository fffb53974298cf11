package conclave.auth;

import com.ibm.icu.text.SpoofChecker;
import conclave.name.CaseFold;

/**
 * What a name looks like: names that are easily taken for each other have the same skeleton
 * (Unicode TS 39 §4). Case does not count, so that {@code I}, {@code l}, {@code 1} and {@code i}
 * are one.
 */
public final class Skeleton {
  private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();

  private Skeleton() {}

  /** The skeleton of a name. Any thread; takes microseconds. */
  public static String of(String name) {
    String seen = CaseFold.fold(CHECKER.getSkeleton(name));
    return CHECKER.getSkeleton(seen.replace('i', 'l'));
  }
}
