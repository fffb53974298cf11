package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that an operator drains at the status page ends as one does that gets SIGTERM. */
class StatusDrainIT {
  @TempDir Path data;

  @Test
  void clientsAreToldAndTheProcessEndsWell() {
    try (ServerProcess server =
        ServerProcess.start(
            data, "status.listen=[::1]:0", "operators=[{account: boss, role: admin}]")) {
      Peer boss = server.door().newIrc("boss");
      WebVisitor visitor =
          new WebVisitor(server.statusPage().orElseThrow(), server.door().fingerprint());
      visitor.logIn("boss", Door.PASSWORD);
      assertThat(visitor.fill("/drain", "sure", "yes").statusCode()).isEqualTo(303);
      boss.await("ERROR :The server is shutting down");
      server.console().await("conclave: closing");
      assertThat(server.console().exitCode()).isZero();
    }
  }
}
