package conclave.command;

import java.util.List;
import java.util.Locale;

/**
 * What was found when a log was held against its chain.
 *
 * @param from the first sequence that the chain covers
 * @param to the last that was given; 0 for an empty log
 * @param kept the last event that is in the log
 * @param flaws the first of them, in the order of the log
 * @param count of all flaws
 */
public record Verified(long from, long to, long kept, List<Flaw> flaws, long count) {
  /** So many are told apart. */
  public static final int MOST_FLAWS = 10;

  public Verified {
    flaws = List.copyOf(flaws);
  }

  /** Something that is not as it was written, at these sequences. */
  public record Flaw(Kind kind, long from, long to) {
    /** What can be found. */
    public enum Kind {
      UNREADABLE("%s can't be opened: altered, or damaged"),
      MISSING("%s missing"),
      DOES_NOT_FOLLOW("%s does not follow from what is before it"),
      CUT_OFF("%s missing at the end"),
      TOO_MUCH("%s stands behind the end"),
      CAME_BACK("%s was removed, and is there again"),
      CHAIN_IS_GONE("the chain is gone, or was altered"),
      BEGUN_ANEW("the chain was found altered, and begun anew with %s"),
      PLACE_IS_GONE("the room or conversation of this log is gone"),
      NAME_IS_ALTERED("the room's state can't be read, or is that of another room");

      private final String text;

      Kind(String text) {
        this.text = text;
      }
    }

    /** At one sequence. */
    public Flaw(Kind kind, long at) {
      this(kind, at, at);
    }

    @Override
    public String toString() {
      boolean isOne = from == to;
      String which = isOne ? "#" + from : "#" + from + " to #" + to;
      boolean isGone = kind == Kind.MISSING || kind == Kind.CUT_OFF;
      String verb = isGone ? isOne ? " is" : " are" : "";
      return String.format(Locale.ROOT, kind.text, which + verb);
    }
  }

  public boolean isGood() {
    return count == 0;
  }

  /** As a sentence without its end. */
  @Override
  public String toString() {
    if (isGood()) {
      String start = from == 1 ? "" : " from #" + from;
      String end = kept == to ? "" : ", and nothing is kept after that";
      String none = kept == 0 ? "empty" : "nothing to verify up to #" + kept;
      return from > kept ? none : "complete and unaltered" + start + " to #" + kept + end;
    }
    StringBuilder text = new StringBuilder("NOT as it was written");
    String between = ": ";
    for (Flaw flaw : flaws) {
      text.append(between).append(flaw);
      between = "; ";
    }
    long more = count - flaws.size();
    return more == 0
        ? text.toString()
        : text.append("; and ").append(more).append(" more").toString();
  }
}
