/**
 * The dialect of a person at {@code openssl s_client -quiet}. Ring 1.
 *
 * <p>In: a line that starts with {@code /} is a command of {@link
 * conclave.dialect.plain.PlainVerbs}, any other is said in the current room. Out: {@link
 * conclave.dialect.plain.PlainRenderer} writes what reads like a chat. Invariant: nothing that
 * others sent reaches the terminal with a control character in it.
 */
@NullMarked
package conclave.dialect.plain;

import org.jspecify.annotations.NullMarked;
