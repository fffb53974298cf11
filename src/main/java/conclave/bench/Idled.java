package conclave.bench;

import java.util.OptionalDouble;

/**
 * Nothing has happened for a while.
 *
 * @param usage meanwhile
 * @param bytesEach by how much the server's resident memory is more than without the clients
 * @param heapBytesEach the same of its heap, after a full collection
 */
record Idled(int clients, Usage usage, OptionalDouble bytesEach, OptionalDouble heapBytesEach) {}
