/**
 * Accounts and the maths of their credentials. Ring 0: the JDK only.
 *
 * <p>Start at {@link conclave.account.Account}. Invariant: no object here holds a password longer
 * than a method call. Sources: RFC 5802 §3, RFC 7677 (SCRAM-SHA-256), RFC 4616 (PLAIN), RFC 8018
 * §5.2 (PBKDF2).
 */
@NullMarked
package conclave.account;

import org.jspecify.annotations.NullMarked;
