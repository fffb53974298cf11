/**
 * The IRC dialect seen from the other end: connect, trust, log in, speak, and hear typed events.
 * Beside the rings: JDK only, no terminal, nothing of the server; the command line, tests and
 * scripts use it. Start at {@link conclave.client.Session}; {@link conclave.client.Administration}
 * asks and goes. Invariants: no byte is believed before the server's certificate is; what a peer
 * may send never throws; one thread tells events; a token is used once.
 *
 * <p>Sources: Modern IRC; IRCv3 capability negotiation, SASL 3.2, message-tags, server-time, batch,
 * echo-message, message-ids.
 */
@NullMarked
package conclave.client;

import org.jspecify.annotations.NullMarked;
