package conclave.auth;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map with a bound: when there is one too many, the longest untouched is forgotten. */
final class Remembered<V> extends LinkedHashMap<String, V> {
  private static final long serialVersionUID = 1L;
  private static final int FEW = 16;
  private static final float LOAD = 0.75f;

  private final int limit;

  Remembered(int limit) {
    super(FEW, LOAD, true);
    this.limit = limit;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
    return size() > limit;
  }
}
