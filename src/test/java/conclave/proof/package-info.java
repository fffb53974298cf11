/**
 * Proves the promise of what people saw: begin at {@link conclave.proof.Checker}. It knows no
 * socket and no server; whoever talks to one keeps a {@link conclave.proof.Witness} of it.
 */
@NullMarked
package conclave.proof;

import org.jspecify.annotations.NullMarked;
