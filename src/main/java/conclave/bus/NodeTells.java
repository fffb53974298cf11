package conclave.bus;

import conclave.command.ServerAnswer;
import conclave.room.Refusal;
import java.util.Optional;

/** What a node says of itself: the one or the other. */
public record NodeTells(Optional<ServerAnswer> answer, Optional<Refusal> refusal) {}
