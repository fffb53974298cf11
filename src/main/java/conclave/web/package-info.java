/**
 * What the server tells of itself over HTTP: the status page, health and metrics. Ring 3.
 *
 * <p>Start at {@link conclave.web.StatusVerticle}; {@link conclave.web.Snapshot} is all that it
 * knows. Invariants: it only reads, it shows numbers and never the name of a room or of a person,
 * and the page needs no script and nothing from elsewhere.
 *
 * <pre>
 * GET /              the page, which reloads itself; /?refresh=off stays as it is
 * GET /status.css    its looks
 * GET /health/live   200 as long as the server answers at all
 * GET /health/ready  200 when every readiness check succeeds, else 503
 * GET /metrics       Prometheus text, for loopback peers; the names are in SnapshotMeters
 * </pre>
 */
@NullMarked
package conclave.web;

import org.jspecify.annotations.NullMarked;
