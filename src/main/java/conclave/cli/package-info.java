/**
 * What is typed after {@code conclave}, beside {@code serve}: the subcommands that administer, and
 * those that talk. A chat is a {@link conclave.cli.Chat}: events of its session go to {@link
 * conclave.cli.rooms.Rooms}, then to a {@link conclave.cli.View}, which puts lines on a {@link
 * conclave.cli.Screen}; what stands before the line being typed is the {@link
 * conclave.cli.Prompt}'s. Locks are taken in the order view, screen; keys only ask for what another
 * thread does. They write to the command line's own output and error streams and answer with its
 * exit codes: 0 done, 1 failed, 2 wrong usage or configuration.
 */
@NullMarked
package conclave.cli;

import org.jspecify.annotations.NullMarked;
