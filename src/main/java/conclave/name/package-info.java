/**
 * Names as records that cannot hold a bad value. Ring 0: the JDK only.
 *
 * <p>A name has a {@code text}, as its owner writes it, and a {@code key}, under which it is looked
 * up: two names with the same key are the same name ({@link CaseFold}). Sources: Modern IRC
 * §Clients, §Channels, §Client to Server Protocol Structure.
 */
@NullMarked
package conclave.name;

import org.jspecify.annotations.NullMarked;
