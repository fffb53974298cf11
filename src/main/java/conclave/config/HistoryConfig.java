package conclave.config;

/**
 * What of the past is shown.
 *
 * @param replayOnJoin how many of a room's last messages a member sees on joining; 0 for none
 * @param pageSize how many messages one request for history may fetch
 */
public record HistoryConfig(int replayOnJoin, int pageSize) {}
