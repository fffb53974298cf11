package conclave.shard;

import conclave.bus.PlaceAnswer;
import conclave.room.Origin;
import conclave.room.RoomCommand;
import io.vertx.core.Promise;

/**
 * A command that is not decided yet.
 *
 * @param isAgain may an owner before this one have done it?
 */
record Turn(RoomCommand command, Origin origin, boolean isAgain, Promise<PlaceAnswer> answer) {}
