package conclave.bench;

import java.util.List;
import java.util.Optional;

/**
 * How clients come to the servers.
 *
 * @param destinations at least one
 * @param logIn as whom, where the servers want that
 * @param atOnce how many come in at the same time
 * @param payload the length of a message's text
 */
record Approach(List<Destination> destinations, Optional<LogIn> logIn, int atOnce, int payload) {}
