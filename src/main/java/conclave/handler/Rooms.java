package conclave.handler;

import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.room.Event;
import conclave.room.Origin;
import conclave.room.Refusal;
import conclave.room.RetryKey;
import conclave.room.RoomCommand;
import conclave.room.RoomSummary;
import conclave.room.RoomView;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Asks the owners of rooms and conversations. A failed future means: not now, and nothing was kept.
 */
public interface Rooms {
  /**
   * Asks a place to do something.
   *
   * @param place a room's name, or a conversation's key
   * @return when all is stored: what was refused, empty for nothing
   */
  Future<List<Refusal>> submit(String place, RoomCommand command, Origin origin);

  /**
   * Asks a place to let something be said.
   *
   * @param place a room's name, or a conversation's key
   * @param origin known by a retry key where it may have been asked before
   * @return when it is stored
   */
  Future<Spoken> say(String place, RoomCommand command, Origin origin);

  /** What was said in a place under a retry key; asks without saying anything. */
  Future<Optional<Event>> recall(String place, RetryKey key);

  /** A room as it is now; nothing where there is none. The caller checks who may see it. */
  Future<Optional<RoomView>> look(RoomName room);

  /** The same, for whoever is shown the room so: nothing that happens there after it is missed. */
  Future<Optional<RoomView>> follow(RoomName room);

  /**
   * The room whose log is this and which has, or had within a day, that name: as it is now. The
   * caller checks who may see it.
   */
  Future<Optional<RoomView>> find(RoomName name, long log);

  /** The rooms that this user was asked into, by name. */
  Future<List<RoomName>> invitations(Nick nick);

  /** All rooms with members that anybody may know of, by size. */
  Future<List<RoomSummary>> list();
}
