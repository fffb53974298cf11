/** The commands of the command line: one picocli class each. */
@NullMarked
package conclave.cli;

import org.jspecify.annotations.NullMarked;
