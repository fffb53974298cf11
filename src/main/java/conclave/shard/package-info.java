/**
 * Where the rules of rooms run: each place has one owner, which decides, stores and then shows, in
 * this order. Ring 3.
 *
 * <p>Start at {@code RoomActor}. Invariant: nothing is published before the store has acknowledged
 * it, and everything is published in the order of its sequence. The gateway is met only on the
 * event bus.
 */
@NullMarked
package conclave.shard;

import org.jspecify.annotations.NullMarked;
