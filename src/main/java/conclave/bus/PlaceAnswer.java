package conclave.bus;

import conclave.room.Event;
import conclave.room.Refusal;
import conclave.room.RoomSummary;
import conclave.room.RoomView;
import java.util.List;
import java.util.Optional;

/**
 * A shard's answer. An answer to {@code Do} comes when its events are stored and on their way.
 *
 * @param refusals empty when all was done
 * @param view for {@code Look} and {@code Find}: nothing where nobody has ever been in that room
 * @param rooms for {@code ListAll}: those that anybody may know of; for {@code ListInvitations}:
 *     those that the user may know of
 * @param first where the command was a retry: what happened when it came first
 */
public record PlaceAnswer(
    List<Refusal> refusals,
    Optional<RoomView> view,
    List<RoomSummary> rooms,
    Optional<Event> first) {
  public PlaceAnswer {
    refusals = List.copyOf(refusals);
    rooms = List.copyOf(rooms);
  }

  public static PlaceAnswer settled(List<Refusal> refusals) {
    return new PlaceAnswer(refusals, Optional.empty(), List.of(), Optional.empty());
  }

  public static PlaceAnswer repeated(Event first) {
    return new PlaceAnswer(List.of(), Optional.empty(), List.of(), Optional.of(first));
  }

  public static PlaceAnswer of(Optional<RoomView> view) {
    return new PlaceAnswer(List.of(), view, List.of(), Optional.empty());
  }

  public static PlaceAnswer of(List<RoomSummary> rooms) {
    return new PlaceAnswer(List.of(), Optional.empty(), rooms, Optional.empty());
  }
}
