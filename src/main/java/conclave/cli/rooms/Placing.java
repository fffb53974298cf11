package conclave.cli.rooms;

import java.util.List;

/**
 * Where an event belongs.
 *
 * @param rooms those that it is of; none for what concerns no room that is open
 * @param isInFront whether one of them is the room in front
 * @param calls whether it speaks to this user: by name, or directly
 */
public record Placing(List<String> rooms, boolean isInFront, boolean calls) {
  static final Placing NOWHERE = new Placing(List.of(), false, false);

  public Placing {
    rooms = List.copyOf(rooms);
  }
}
