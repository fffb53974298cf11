package conclave.bus;

/**
 * A session has come to another node: who has it is to file how far it was shown everything.
 *
 * @param account its key
 */
public record SeatWanted(String account, int session) {}
