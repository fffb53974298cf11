package conclave.bus;

import conclave.name.Nick;
import conclave.room.Origin;
import conclave.room.RetryKey;
import conclave.room.RoomCommand;
import conclave.room.WholeRoom;
import java.util.Optional;
import java.util.Set;

/** What is asked of a shard's owner. */
public sealed interface PlaceRequest {
  /** In which place somebody wants to do something. */
  default Optional<String> doneIn() {
    return Optional.empty();
  }

  /** Who has caused it, by the id of the connection; nothing where that does not matter. */
  default Optional<String> connection() {
    return Optional.empty();
  }

  /** Do this in that place; a room that is new gets its name as it is written here. */
  record Do(String place, RoomCommand command, Origin origin) implements PlaceRequest {
    @Override
    public Optional<String> doneIn() {
      return Optional.of(place);
    }

    @Override
    public Optional<String> connection() {
      return Optional.of(origin.connection());
    }
  }

  /** Changes nothing, so that it may be asked twice. */
  sealed interface Question extends PlaceRequest {}

  /** As that, which may have been done: then it is not done again. */
  record Again(Do first) implements PlaceRequest {
    @Override
    public Optional<String> doneIn() {
      return first.doneIn();
    }

    @Override
    public Optional<String> connection() {
      return first.connection();
    }
  }

  /**
   * As {@link Do}, for the room whose log is this, wherever it has gone from that name.
   *
   * @param isAgain as {@link Again}
   */
  record Follow(long log, String place, RoomCommand command, Origin origin, boolean isAgain)
      implements PlaceRequest {
    /** The same, where it may have been done. */
    public Follow again() {
      return new Follow(log, place, command, origin, true);
    }

    /** The same, under the name that it has gone to. */
    public Follow to(String name) {
      return new Follow(log, name, command, origin, isAgain);
    }

    @Override
    public Optional<String> connection() {
      return Optional.of(origin.connection());
    }
  }

  /** The room whose log is this wants that name: nobody else may have it until that is settled. */
  record Reserve(long log, String place) implements PlaceRequest {}

  /** It keeps its old name after all, or has moved in with all that belongs to it. */
  record Release(long log, String place) implements PlaceRequest {}

  /**
   * It has that name in the store: it is yours now, and what follows it goes before the rest.
   *
   * @param nodes those that want to hear of it
   */
  record Adopt(WholeRoom room, Set<String> nodes) implements PlaceRequest {}

  /** Was something said there under that key, and what? */
  record Recall(String place, RetryKey key) implements Question {}

  /** What does that room look like? */
  record Look(String place) implements Question {}

  /** What does the room look like whose log is this, wherever it has gone from that name? */
  record Find(long log, String place) implements Question {}

  /** Which rooms of this shard was that user asked into? */
  record ListInvitations(Nick nick) implements Question {}

  /**
   * Has all come through that was asked before? Else this is refused as well. It is answered behind
   * all of that.
   */
  record Present() implements PlaceRequest {}

  /** Which rooms of this shard have members? */
  record ListAll() implements Question {}
}
