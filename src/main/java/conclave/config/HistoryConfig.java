package conclave.config;

/**
 * What of the past is shown.
 *
 * @param replayOnJoin how many of a room's last messages a member sees on joining; 0 for none
 * @param missed how many messages somebody who comes back is shown at most of each room and
 *     conversation; 0 for none
 * @param pageSize how many messages one request for history may fetch
 */
public record HistoryConfig(int replayOnJoin, int missed, int pageSize) {}
