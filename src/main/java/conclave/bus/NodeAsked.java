package conclave.bus;

import conclave.command.ServerQuestion;

/** A node asks another one about itself. */
public record NodeAsked(ServerQuestion question) {}
