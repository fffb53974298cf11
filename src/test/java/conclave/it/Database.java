package conclave.it;

import conclave.bus.Addresses;
import conclave.name.CaseFold;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL that nodes share, and what may happen to it. */
final class Database implements AutoCloseable {
  private final Path folder;
  private EmbeddedPostgres server;
  private boolean isStopped;

  Database(Path folder) {
    this.folder = folder;
    this.server = start(EmbeddedPostgres.builder());
  }

  private EmbeddedPostgres start(EmbeddedPostgres.Builder builder) {
    try {
      return builder
          .setDataDirectory(folder)
          .setCleanDataDirectory(false)
          .setServerConfig("listen_addresses", "*")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url(String host) {
    return "postgresql://postgres@" + host + ":" + server.getPort() + "/postgres";
  }

  /** Ends it, and starts it again where it was. */
  void restart() {
    int port = server.getPort();
    close();
    server = start(EmbeddedPostgres.builder().setPort(port));
  }

  /** Sends each of its processes a signal. */
  void signal(String name) {
    isStopped = name.equals("STOP");
    try {
      long pid = Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).get(0));
      ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
      List<String> pids =
          Stream.concat(Stream.of(postmaster), postmaster.descendants())
              .map(process -> Long.toString(process.pid()))
              .toList();
      List<String> command = Stream.concat(Stream.of("kill", "-s", name), pids.stream()).toList();
      try (Console kill = Console.run(command, Map.of())) {
        kill.exitCode();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets everybody in who comes over IPv6. */
  void admitAll() throws IOException, SQLException {
    Path file = folder.resolve("pg_hba.conf");
    Files.writeString(file, Files.readString(file) + "\nhost all all ::/0 trust\n");
    try (Connection connection = connect();
        PreparedStatement reload = connection.prepareStatement("SELECT pg_reload_conf()")) {
      reload.execute();
    }
  }

  Connection connect() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }

  /** The node that owns a room, by its name in the configuration; nothing where nobody does. */
  Optional<String> owner(String room) {
    String sql = "SELECT n.name FROM shard s JOIN node n ON n.id = s.owner WHERE s.id = ?";
    int shard = Addresses.shardOf(CaseFold.fold(room));
    return ask(sql, query -> query.setInt(1, shard));
  }

  /** Is the last node of that name dead to the others? */
  boolean isBuried(String node) {
    String sql = "SELECT buried FROM node WHERE name = ? ORDER BY seen DESC LIMIT 1";
    return ask(sql, query -> query.setString(1, node)).filter("1"::equals).isPresent();
  }

  private interface Binding {
    void bind(PreparedStatement query) throws SQLException;
  }

  private Optional<String> ask(String sql, Binding binding) {
    try (Connection connection = connect();
        PreparedStatement query = connection.prepareStatement(sql)) {
      binding.bind(query);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (isStopped) {
      signal("CONT"); // else it would not end
    }
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
