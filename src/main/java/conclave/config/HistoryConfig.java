package conclave.config;

import java.time.Duration;
import java.util.Optional;

/**
 * What of the past is kept, and shown.
 *
 * @param retention how long it is kept; nothing for ever
 * @param perRoom how many events of a room or conversation are kept; nothing for all
 * @param replayOnJoin how many of a room's last messages a member sees on joining; 0 for none
 * @param missed how many messages somebody who comes back is shown at most of each room and
 *     conversation; 0 for none
 * @param pageSize how many messages one request for history may fetch
 * @param search how many messages one search looks at
 */
public record HistoryConfig(
    Optional<Duration> retention,
    Optional<Integer> perRoom,
    int replayOnJoin,
    int missed,
    int pageSize,
    int search) {}
