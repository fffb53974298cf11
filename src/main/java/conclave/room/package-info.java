/**
 * The rules of a room: who may do what, and what then happened. Ring 0: the JDK and {@code
 * conclave.name} only.
 *
 * <p>Start at {@link conclave.room.Room}. Invariant: state changes only by {@code apply(Event)};
 * {@code decide} has no side effect. A direct conversation of two users is a {@link
 * conclave.room.Place} too, so that it is ordered and stored in the same way. Sources: Modern IRC
 * §Channels, §Channel Modes; IRCv3 message-ids.
 */
@NullMarked
package conclave.room;

import org.jspecify.annotations.NullMarked;
