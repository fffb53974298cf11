package conclave.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** A statement and what it binds, once for each row. */
record Rows(String sql, List<Tuple> tuples) {
  boolean isEmpty() {
    return tuples.isEmpty();
  }

  /** As one batch; without rows nothing is asked. */
  Future<Void> writeTo(SqlClient store) {
    return isEmpty()
        ? Future.succeededFuture()
        : store.preparedQuery(sql).executeBatch(tuples).mapEmpty();
  }
}
