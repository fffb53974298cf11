/**
 * One network of several nodes: who is there, who owns which shard, and how owners are asked and
 * heard. Begin with {@link conclave.cluster.View}, then {@link conclave.cluster.Lanes} and {@link
 * conclave.cluster.Feed}.
 *
 * <p>The store is the truth, the bus a doorbell: what the bus loses is read from the log, and what
 * an owner is no more is refused by the store.
 */
@NullMarked
package conclave.cluster;

import org.jspecify.annotations.NullMarked;
