/**
 * The durable side: SQL behind the ports of shard, auth and handler, the same text for SQLite and
 * PostgreSQL. Ring 3.
 *
 * <p>Start at {@code Store}. Invariant: one ordered writer with group commit; what it acknowledged
 * is fsynced.
 */
@NullMarked
package conclave.store;

import org.jspecify.annotations.NullMarked;
