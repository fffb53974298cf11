package conclave.room;

import conclave.name.CaseFold;
import conclave.name.Mask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which rooms a LIST asks for (Modern IRC §ELIST Parameter): one of the masks, none of those behind
 * {@code !}, and within all the bounds.
 */
public record RoomFilter(List<String> masks, List<String> excluded, List<Bound> bounds) {
  /** What can be asked for (005 ELIST). */
  public static final String TOKENS = "CMNTU";

  private static final Pattern BOUND = Pattern.compile("([CT]?)([<>])(\\d{1,9})");
  private static final long MINUTE = 60_000;

  /** What a bound is about. */
  public enum Measure {
    MEMBERS,
    AGE,
    TOPIC_AGE
  }

  /**
   * One bound.
   *
   * @param isLess less than the value, else more
   * @param value members, or minutes that have passed
   */
  public record Bound(Measure measure, boolean isLess, long value) {
    private boolean holds(RoomSummary room, long now) {
      return switch (measure) {
        case MEMBERS -> holds(room.members(), value);
        case AGE -> holds(now - room.created(), value * MINUTE);
        case TOPIC_AGE -> room.topicTime() > 0 && holds(now - room.topicTime(), value * MINUTE);
      };
    }

    private boolean holds(long actual, long bound) {
      return isLess ? actual < bound : actual > bound;
    }
  }

  public RoomFilter {
    masks = List.copyOf(masks);
    excluded = List.copyOf(excluded);
    bounds = List.copyOf(bounds);
  }

  /** Reads what stands behind LIST. What is no bound is a mask. */
  public static RoomFilter parse(List<String> words) {
    List<String> masks = new ArrayList<>();
    List<String> excluded = new ArrayList<>();
    List<Bound> bounds = new ArrayList<>();
    for (String word : words) {
      Optional<Bound> bound = bound(word);
      if (bound.isPresent()) {
        bounds.add(bound.get());
      } else if (word.startsWith("!")) {
        excluded.add(CaseFold.fold(word.substring(1)));
      } else {
        masks.add(CaseFold.fold(word));
      }
    }
    return new RoomFilter(masks, excluded, bounds);
  }

  private static Optional<Bound> bound(String word) {
    Matcher matcher = BOUND.matcher(word);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Measure measure =
        switch (matcher.group(1)) {
          case "C" -> Measure.AGE;
          case "T" -> Measure.TOPIC_AGE;
          default -> Measure.MEMBERS;
        };
    boolean isLess = matcher.group(2).equals("<");
    return Optional.of(new Bound(measure, isLess, Long.parseLong(matcher.group(3))));
  }

  /**
   * Is this one of the rooms?
   *
   * @param now milliseconds since 1970, UTC
   */
  public boolean covers(RoomSummary room, long now) {
    String key = room.name().key();
    return (masks.isEmpty() || masks.stream().anyMatch(mask -> Mask.matches(mask, key)))
        && excluded.stream().noneMatch(mask -> Mask.matches(mask, key))
        && bounds.stream().allMatch(bound -> bound.holds(room, now));
  }
}
