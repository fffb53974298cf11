package conclave.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What was not as it has to be.
 *
 * @param lost deliveries that did not come
 * @param twice deliveries that came again
 * @param outOfOrder deliveries that came behind a later message of the same sender
 * @param orderDiffers members that saw their room in another order than its first member did;
 *     nothing where that can't be said
 * @param foreign messages that are not of this run, or were changed on the way
 * @param disconnected connections that the server has ended
 */
record Faults(
    long lost,
    long twice,
    long outOfOrder,
    OptionalLong orderDiffers,
    long foreign,
    long disconnected) {

  static final Faults NONE = new Faults(0, 0, 0, OptionalLong.of(0), 0, 0);

  boolean areThere() {
    return lost + twice + outOfOrder + orderDiffers.orElse(0) + foreign + disconnected > 0;
  }

  Faults and(Faults others) {
    boolean isKnown = orderDiffers.isPresent() && others.orderDiffers.isPresent();
    return new Faults(
        lost + others.lost,
        twice + others.twice,
        outOfOrder + others.outOfOrder,
        isKnown
            ? OptionalLong.of(orderDiffers.getAsLong() + others.orderDiffers.getAsLong())
            : OptionalLong.empty(),
        foreign + others.foreign,
        disconnected + others.disconnected);
  }

  /** In a sentence. */
  @Override
  public String toString() {
    if (!areThere()) {
      return "every delivery was checked: none lost, none twice, each sender's in order"
          + (orderDiffers.isPresent()
              ? ", the same order for all members"
              : " (whether in the same order for all, can't be said: some senders are not told what"
                  + " they said)");
    }
    List<String> all = new ArrayList<>();
    add(all, lost, "lost");
    add(all, twice, "delivered twice");
    add(all, outOfOrder, "out of order");
    add(all, orderDiffers.orElse(0), "members that saw another order than the first");
    add(all, foreign, "messages of others, or changed on the way");
    add(all, disconnected, "connections ended by the server");
    return "FAULTS: " + String.join(", ", all);
  }

  private static void add(List<String> all, long count, String what) {
    if (count > 0) {
      all.add(String.format(Locale.ROOT, "%,d %s", count, what));
    }
  }
}
