package conclave.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transactions of which all rows are known before they begin, each in one task of a worker, on a
 * connection of their own: by the SQL client each statement is a task by itself, and the switches
 * between threads cost more than what the database does. What failed is closed before it is told,
 * so that none of it comes true later. The writer's alone: one task at a time, in its order.
 */
final class JdbcCommits {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcCommits.class);

  private final Vertx vertx;
  private final String url;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private @Nullable Connection connection;

  JdbcCommits(Vertx vertx, String url) {
    this.vertx = vertx;
    this.url = url;
  }

  /**
   * Done when all of it is committed. Fails with {@link Transactions.CommitUnheard} where it may
   * have been all the same.
   */
  Future<Void> commit(List<Rows> all) {
    return vertx.executeBlocking(
        () -> {
          run(all);
          return null;
        });
  }

  Future<Void> close() {
    return vertx.executeBlocking(
        () -> {
          letGo();
          return null;
        });
  }

  private void run(List<Rows> all) throws SQLException {
    boolean isAsked = false;
    boolean isDone = false;
    try {
      Connection open = connected();
      for (Rows rows : all) {
        execute(open, rows);
      }
      isAsked = true;
      open.commit();
      isDone = true;
    } catch (SQLException | RuntimeException e) {
      if (isAsked) {
        throw new Transactions.CommitUnheard(e);
      }
      throw e;
    } finally {
      if (!isDone) {
        letGo();
      }
    }
  }

  private Connection connected() throws SQLException {
    if (connection == null) {
      connection = DriverManager.getConnection(url);
      connection.setAutoCommit(false);
    }
    return connection;
  }

  private void execute(Connection open, Rows rows) throws SQLException {
    PreparedStatement statement = prepared.get(rows.sql());
    if (statement == null) {
      statement = open.prepareStatement(rows.sql());
      prepared.put(rows.sql(), statement);
    }
    for (Tuple tuple : rows.tuples()) {
      for (int i = 0; i < tuple.size(); i++) {
        statement.setObject(i + 1, tuple.getValue(i));
      }
      statement.addBatch();
    }
    statement.executeBatch();
  }

  /** Closes the connection, and so rolls back what is open on it. */
  private void letGo() {
    Connection old = connection;
    connection = null;
    prepared.clear();
    try {
      if (old != null) {
        old.close();
      }
    } catch (SQLException e) {
      LOG.warn("a connection to the store can't be closed: {}", e.getMessage());
    }
  }
}
