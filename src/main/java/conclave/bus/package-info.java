/**
 * What travels on the event bus between gateway, shard and auth: addresses and immutable records.
 * Knows ring 0, Vert.x and Jackson.
 *
 * <p>Inside a node the records pass by reference: everything in them is immutable. To another node
 * they go as {@link conclave.bus.BusCodec} writes them.
 */
@NullMarked
package conclave.bus;

import org.jspecify.annotations.NullMarked;
