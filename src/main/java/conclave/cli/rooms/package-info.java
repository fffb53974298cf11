/**
 * What a person's rooms and conversations are at the moment: which is in front, what was said in
 * each, what of it is unread, who is there and who is writing. Plain Java: no terminal, no
 * connection, no clock. Start at {@link conclave.cli.rooms.Rooms}, which hears the session's
 * events; everything that others can make grow has a bound there.
 */
@NullMarked
package conclave.cli.rooms;

import org.jspecify.annotations.NullMarked;
