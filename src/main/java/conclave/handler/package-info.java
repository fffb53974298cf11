/**
 * What each command does: one small class a command, in one table. Ring 2.
 *
 * <p>Start at {@link conclave.handler.Handlers}. Invariant: a handler never writes to a socket and
 * never changes a room; it asks through a port and answers with replies. Of Vert.x it knows {@code
 * Future} alone.
 */
@NullMarked
package conclave.handler;

import org.jspecify.annotations.NullMarked;
