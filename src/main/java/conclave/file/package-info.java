/**
 * Files of the data folder that hold secrets. Ring 3, beside the configuration: JDK only.
 *
 * <p>Invariant: such a file is its owner's alone from its first moment, and never half written.
 */
@NullMarked
package conclave.file;

import org.jspecify.annotations.NullMarked;
