/**
 * What the server tells of itself over HTTP, and what operators do there: the status page with its
 * live numbers, health and metrics. Ring 3.
 *
 * <p>Start at {@link conclave.web.StatusVerticle}, then {@link conclave.web.StatusRoutes}; {@link
 * conclave.web.Snapshot} is all that strangers can see, {@link conclave.web.Desk} what operators
 * may ask. Invariants: strangers change nothing, and see no name of a room or of a person; the page
 * needs no script, and nothing is in line or from elsewhere; whatever changes something is a POST
 * of a page of this server by somebody who has logged in, over TLS.
 *
 * <pre>
 * GET /              the page; without scripts it reloads itself, /?refresh=off stays as it is
 * GET /events        what changes of it, as server-sent events
 * GET /status.css    its looks, and /status.js, /icon.svg
 * GET /log-in        the form; POST does it, POST /log-out undoes it
 * GET /sessions      of an account, for administrators
 * POST /disconnect   a user; /revoke a session; /announce something; /drain the node
 * GET /health/live   200 as long as the server answers at all
 * GET /health/ready  200 when every readiness check succeeds, else 503
 * GET /metrics       Prometheus text; the names are in docs/METRICS.md
 * </pre>
 *
 * <p>Sources: HTML "Server-sent events", RFC 6265bis (cookies), Content Security Policy Level 3,
 * Fetch "Origin header", Prometheus text-based exposition format 0.0.4.
 */
@NullMarked
package conclave.web;

import org.jspecify.annotations.NullMarked;
