package conclave.store;

/**
 * The store's work, for the status page.
 *
 * @param commits transactions committed since the start
 * @param events events in them
 * @param queued events, and account changes, that wait for their commit or are in it
 * @param lastCommitMillis how long the last commit took; 0 before the first
 * @param unreadable events that history left out since the start, because they can't be opened
 */
public record StoreFigures(
    long commits, long events, int queued, double lastCommitMillis, int unreadable) {}
