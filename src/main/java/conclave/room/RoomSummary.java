package conclave.room;

import conclave.name.RoomName;

/**
 * A room in a list.
 *
 * @param created milliseconds since 1970, UTC
 * @param topicTime when the topic was set, likewise; 0 where there is none
 */
public record RoomSummary(RoomName name, int members, String topic, long created, long topicTime) {}
