package conclave.config;

import java.time.Duration;

/**
 * Every limit that a stranger could try. The tokens of 005 come from here, so what is advertised is
 * what holds.
 *
 * @param connectionsPer64 open connections from one IPv6 /64 or one IPv4 address
 * @param connections open connections in all
 * @param connectsPerMinute connections that one IPv6 /64 or one IPv4 address may begin in a minute
 * @param linesPerSecond lines that one connection may send in the long run; above it, reading slows
 *     down
 * @param burst lines that it may send at once before that
 * @param waitingLines lines that may wait for their turn, over which the connection is dropped
 * @param sendQueueBytes what may wait for a slow reader before the connection is dropped
 * @param registrationTimeout from the end of the TLS handshake until the log-in is complete; ten
 *     times as long for a person who types
 * @param ping silence after which the server asks; after as much again the connection is closed
 * @param nickLength bytes of a nick or account name
 * @param roomLength bytes of a room name with its {@code #}
 * @param topicLength bytes of a topic
 * @param kickLength bytes of the reason of a kick or part
 * @param listEntries entries of a room's ban, exception and invitation lists together
 * @param monitor nicks that one connection may watch
 * @param hashQueue log-ins and registrations that may wait for password hashing, over which they
 *     are refused
 * @param hashThreads threads that hash passwords
 * @param logInsAtOnce log-ins from one network that may be under way as long as none has failed
 * @param logInFailures log-ins of one account, or from one /64 or IPv4 address, that may fail
 *     before the next must wait; four times as many from the network around it, sixteen times as
 *     many from the one around that
 * @param logInDelay the first wait after them; it doubles with each further failure
 * @param logInDelayMax the longest wait
 * @param logInTracked accounts whose failures are remembered, and as many networks
 * @param storeQueue events that may wait for the store, over which messages are refused
 */
public record LimitsConfig(
    int connectionsPer64,
    int connections,
    int connectsPerMinute,
    int linesPerSecond,
    int burst,
    int waitingLines,
    int sendQueueBytes,
    Duration registrationTimeout,
    Duration ping,
    int nickLength,
    int roomLength,
    int topicLength,
    int kickLength,
    int listEntries,
    int monitor,
    int hashQueue,
    int hashThreads,
    int logInsAtOnce,
    int logInFailures,
    Duration logInDelay,
    Duration logInDelayMax,
    int logInTracked,
    int storeQueue) {}
