/**
 * The audit log: a file with one JSON object a line. Ring 3, behind {@link conclave.auth.Audit}.
 *
 * <p>Start at {@link conclave.audit.AuditFile}. Invariant: whoever floods neither makes anybody
 * wait nor fills the disk, and what could not be written is told as a number.
 */
@NullMarked
package conclave.audit;

import org.jspecify.annotations.NullMarked;
