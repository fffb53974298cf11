package conclave.room;

import conclave.name.Mask;

/**
 * One entry of a ban, exception or invitation list.
 *
 * @param by the nick that set it
 * @param time milliseconds since 1970, UTC
 */
public record ListEntry(Mode list, Mask mask, String by, long time) {}
