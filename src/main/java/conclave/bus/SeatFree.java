package conclave.bus;

/** What a node had to file of a session is in the store, and it will file no more. */
public record SeatFree() {}
