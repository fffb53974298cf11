/**
 * The durable side: SQL behind the ports of shard, auth and handler, the same text for SQLite and
 * PostgreSQL. Ring 3.
 *
 * <p>Start at {@link conclave.store.Store}, then {@code WriterVerticle}. Invariant: one ordered
 * writer with group commit; what it acknowledged is fsynced. All SQL stands in {@code Sql}, and
 * only {@code EventCodec} and {@code StateCodec} know what the bytes of a row mean.
 */
@NullMarked
package conclave.store;

import org.jspecify.annotations.NullMarked;
