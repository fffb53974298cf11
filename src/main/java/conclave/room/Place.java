package conclave.room;

import java.util.Optional;

/**
 * Something with one log and one order: a room, or the direct conversation of two users. Not
 * thread-safe.
 */
public sealed interface Place permits Room, Conversation {
  /** Under which key it is found: a room's key, or the two users of a conversation. */
  String key();

  /** The log's identity, as in {@link Stamp#place()}. */
  long id();

  /** The sequence of the last event that was applied; 0 for none. */
  long seq();

  /**
   * Answers a command. Changes nothing.
   *
   * @param now milliseconds since 1970, UTC
   */
  Decision decide(RoomCommand command, Origin origin, long now);

  /** Makes an event true, kept or not. The only way in which the state changes; may not fail. */
  void apply(Event event);

  /** What must be kept over a restart beside the log; nothing where the log alone will do. */
  Optional<RoomState> state();

  /**
   * Is this to be kept, of what happens next? It has its place in the sequence even where it is
   * not.
   */
  default boolean keeps(Event event) {
    return state().isEmpty() || state().get().keeps(event);
  }

  /** The same place, which goes its own way from now on. */
  Place copy();

  /** May it be forgotten until it is asked for again? */
  boolean isIdle();
}
