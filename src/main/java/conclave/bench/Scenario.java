package conclave.bench;

import java.util.Optional;

/**
 * What is done, as the report says it.
 *
 * @param name of the subcommand
 * @param server which, in words
 * @param rooms 0 where nobody is in a room
 * @param plan how they talk, where they do
 */
record Scenario(
    String name, String server, int clients, int rooms, int senders, Optional<Plan> plan) {}
