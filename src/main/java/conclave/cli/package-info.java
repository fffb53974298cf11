/**
 * The subcommands that administer: what an operator types beside {@code serve}. They write to the
 * command line's own output and error streams and answer with its exit codes: 0 done, 1 failed, 2
 * wrong usage or configuration.
 */
@NullMarked
package conclave.cli;

import org.jspecify.annotations.NullMarked;
