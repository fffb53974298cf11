/**
 * The durable side: SQL behind the ports of shard, auth and handler, the same text for SQLite and
 * PostgreSQL. Ring 3.
 *
 * <p>Start at {@link conclave.store.Store}, then {@code WriterVerticle}. Invariant: one ordered
 * writer with group commit; what it acknowledged is fsynced. All SQL stands in {@code Sql}, only
 * the codecs know what the bytes of a row mean, and only {@code Sealing} how they are sealed.
 */
@NullMarked
package conclave.store;

import org.jspecify.annotations.NullMarked;
