/**
 * Who somebody is: log-in and registration, password hashing on a bounded pool. Ring 3.
 *
 * <p>Start at {@code AuthVerticle}. Invariant: no password is hashed on an event loop, and none
 * waits in a queue without a limit. The store is behind {@link conclave.auth.AccountStore}.
 */
@NullMarked
package conclave.auth;

import org.jspecify.annotations.NullMarked;
