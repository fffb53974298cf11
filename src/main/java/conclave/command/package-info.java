/**
 * The vocabulary that the dialects share: all that a person can ask, and all that one caller can be
 * answered. Ring 0.
 *
 * <p>Start at {@link conclave.command.Command}.
 */
@NullMarked
package conclave.command;

import org.jspecify.annotations.NullMarked;
