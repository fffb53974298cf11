/**
 * Several servers that are one network: how nodes find each other and what they trust ({@link
 * conclave.cluster.Joining}), who is there and owns what ({@link conclave.cluster.View}), how
 * owners are asked ({@link conclave.cluster.Lanes}) and heard ({@link conclave.cluster.Feed}).
 *
 * <p>The store is the truth and the bus a doorbell: what the bus loses is read from the log, and
 * what an owner of before appends is refused by the store.
 *
 * <p>A node has three ports, all of them with mutual TLS: for the group (JGroups, which says who is
 * there), for its pulse (by which a death is noticed at once), and for messages (the event bus).
 */
@NullMarked
package conclave.cluster;

import org.jspecify.annotations.NullMarked;
