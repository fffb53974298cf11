package conclave.store;

import io.vertx.sqlclient.Tuple;
import java.util.List;

/** A statement and what it binds, once for each row. */
record Rows(String sql, List<Tuple> tuples) {}
