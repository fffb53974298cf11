package conclave.command;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A set of capabilities, small enough to be a key. Immutable. */
public record Capabilities(long bits) {
  /** No capability. */
  public static final Capabilities NONE = new Capabilities(0);

  public static Capabilities of(Capability... capabilities) {
    return NONE.with(Set.of(capabilities));
  }

  public boolean has(Capability capability) {
    return (bits & bit(capability)) != 0;
  }

  public Capabilities with(Set<Capability> added) {
    return new Capabilities(bits | mask(added));
  }

  public Capabilities without(Set<Capability> removed) {
    return new Capabilities(bits & ~mask(removed));
  }

  /** Those that are in both. */
  public Capabilities and(Capabilities other) {
    return new Capabilities(bits & other.bits);
  }

  /** The names on the wire. */
  public List<String> words() {
    return Arrays.stream(Capability.values()).filter(this::has).map(Capability::text).toList();
  }

  private static long mask(Set<Capability> capabilities) {
    return capabilities.stream().mapToLong(Capabilities::bit).reduce(0L, (a, b) -> a | b);
  }

  @SuppressWarnings("EnumOrdinal") // the bits live only as long as the process
  private static long bit(Capability capability) {
    return 1L << capability.ordinal();
  }
}
