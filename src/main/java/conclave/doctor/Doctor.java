package conclave.doctor;

import conclave.config.Config;
import conclave.gateway.ControlSocket;
import conclave.store.Checkup;
import conclave.store.StoreUnavailable;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks at all that a server needs, and says how it is. Changes nothing; blocks. */
public final class Doctor {
  /** In the order in which an operator would ask. */
  private static final List<Check> CHECKS =
      List.of(
          new AddressCheck(),
          new CertificateCheck(),
          new ClockCheck(),
          new OpenFilesCheck(),
          new MemoryCheck(),
          new FileCheck(),
          new StoreCheck(),
          new ClusterCheck());

  private Doctor() {}

  /**
   * What was found.
   *
   * @param data the server's folder
   */
  public static List<Finding> look(Vertx vertx, Config config, Path data) {
    Patient patient =
        new Patient(
            config,
            data,
            new ThisMachine(),
            Instant.now(),
            isRunning(data),
            store(vertx, config, data));
    return CHECKS.stream().flatMap(check -> check.look(patient).stream()).toList();
  }

  private static Patient.StoreState store(Vertx vertx, Config config, Path data) {
    try {
      return new Patient.StoreState(
          Checkup.of(vertx, config.store(), data).await(), Optional.empty());
    } catch (StoreUnavailable e) {
      return new Patient.StoreState(Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
    }
  }

  /** Does somebody listen at its control socket? */
  private static boolean isRunning(Path data) {
    try (SocketChannel open =
        SocketChannel.open(UnixDomainSocketAddress.of(ControlSocket.in(data)))) {
      return open.isConnected();
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
