/**
 * What travels on the event bus between gateway, shard and auth: addresses and immutable records.
 * Knows ring 0 and Vert.x.
 *
 * <p>Inside a node the records pass by reference: everything in them is immutable.
 */
@NullMarked
package conclave.bus;

import org.jspecify.annotations.NullMarked;
