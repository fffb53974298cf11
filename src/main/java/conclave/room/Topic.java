package conclave.room;

/**
 * What a room is about.
 *
 * @param by the mask of who set it
 * @param time milliseconds since 1970, UTC
 */
public record Topic(String text, String by, long time) {}
