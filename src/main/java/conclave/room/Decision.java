package conclave.room;

import java.util.List;

/**
 * What a place answers to a command: what happened, what was refused, both (some of several mode
 * changes), or neither (nothing to change).
 */
public record Decision(List<Event> events, List<Refusal> refusals) {
  /** Nothing changes, and that is fine. */
  public static final Decision NOTHING = new Decision(List.of(), List.of());

  public Decision {
    events = List.copyOf(events);
    refusals = List.copyOf(refusals);
  }

  static Decision happened(Event event) {
    return new Decision(List.of(event), List.of());
  }

  static Decision refused(Reason reason, String... about) {
    return new Decision(List.of(), List.of(Refusal.of(reason, about)));
  }
}
