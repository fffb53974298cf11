package conclave.bus;

/** That node has missed who is here, and wants to know all of it. */
public record PresenceWanted(String node) {}
