package conclave.store;

import conclave.auth.Skeleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/** Says of each account that is there already what its name looks like. */
final class FillSkeletons implements JavaMigration {
  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("3.1");
  }

  @Override
  public String getDescription() {
    return "fill skeletons";
  }

  @Override
  public Integer getChecksum() {
    return 1;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Map<String, String> names = new LinkedHashMap<>();
    try (Statement read = context.getConnection().createStatement();
        ResultSet rows = read.executeQuery("SELECT key, name FROM account")) {
      while (rows.next()) {
        names.put(rows.getString(1), rows.getString(2));
      }
    }
    try (PreparedStatement write =
        context.getConnection().prepareStatement("UPDATE account SET skeleton = ? WHERE key = ?")) {
      for (Map.Entry<String, String> name : names.entrySet()) {
        write.setString(1, Skeleton.of(name.getValue()));
        write.setString(2, name.getKey());
        write.executeUpdate();
      }
    }
  }
}
