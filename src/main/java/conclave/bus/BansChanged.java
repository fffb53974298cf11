package conclave.bus;

/** The store has other bans from the server. */
public record BansChanged() {}
