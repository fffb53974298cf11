package conclave.client;

/**
 * Something said that is not yet known to be on the server.
 *
 * @param text as it was said
 */
public record Pending(String target, String text) {}
