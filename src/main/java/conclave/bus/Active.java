package conclave.bus;

import java.util.List;

/** Who has said something on a node of late. */
public record Active(List<Speaker> speakers) {
  public Active {
    speakers = List.copyOf(speakers);
  }

  /**
   * One of them.
   *
   * @param key the nick's
   * @param silence for how long it has said nothing since, milliseconds: clocks may be apart
   */
  public record Speaker(String key, long silence) {}
}
