/**
 * Where people's sockets are: TLS, limits, one {@link conclave.gateway.Connection} a socket, and
 * the fan-out to them. Ring 3.
 *
 * <p>Start at {@link conclave.gateway.ListenerVerticle}. Invariants: what belongs to a connection
 * or to {@link conclave.gateway.LocalRooms} is touched on that listener's loop only; an event is
 * rendered once for all who see the same bytes; all that is written to one connection during one
 * turn of the loop leaves in one flush. The rooms' owners are met only on the event bus.
 */
@NullMarked
package conclave.gateway;

import org.jspecify.annotations.NullMarked;
