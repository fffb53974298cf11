/**
 * Measures a server, Conclave or any other that speaks IRC: fan-out, many rooms, a storm of
 * connections, idle connections, what history costs, a cluster. Beside the rings: it is a client
 * with many connections, and knows nothing of the server. Start at {@link conclave.bench.Bench}.
 *
 * <p>Invariants: all connections live on one event loop, so that nothing here is shared; every
 * delivery is checked; nothing is allocated for a delivery; latency counts from when a message was
 * due, not from when there was time to send it.
 *
 * <p>Sources: Modern IRC; IRCv3 echo-message, SASL 3.1; G. Tene, "How not to measure latency"
 * (coordinated omission).
 */
@NullMarked
package conclave.bench;

import org.jspecify.annotations.NullMarked;
