package conclave.bus;

/** Who is here? Another node has missed that, and wants to know all of it. */
public record PresenceWanted() {}
