/**
 * How a connection speaks: lines in, bytes out, and nothing else. Ring 1: the JDK and ring 0 only.
 *
 * <p>A {@link conclave.dialect.Dialect} is two pure functions: a line becomes a {@code Command}, an
 * {@code Event} or {@code Reply} becomes bytes. Nobody outside this package asks which dialect it
 * is. Invariant: no bytes that a peer may send make anything here throw.
 */
@NullMarked
package conclave.dialect;

import org.jspecify.annotations.NullMarked;
