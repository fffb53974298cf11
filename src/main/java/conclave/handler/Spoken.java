package conclave.handler;

import conclave.room.Event;
import conclave.room.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * What became of something that somebody wanted to say.
 *
 * @param refusals empty when it was said
 * @param first it was said before, and this is what was told of it then
 */
public record Spoken(List<Refusal> refusals, Optional<Event> first) {}
