/**
 * Several servers that are one network: how nodes find each other and what they trust. Begin with
 * {@link conclave.cluster.Joining}.
 *
 * <p>A node has three ports, all of them with mutual TLS: for the group (JGroups, which says who is
 * there), for its pulse (by which a death is noticed at once), and for messages (the event bus).
 */
@NullMarked
package conclave.cluster;

import org.jspecify.annotations.NullMarked;
