package conclave.cli;

import conclave.client.Fingerprint;
import conclave.client.ServerAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A server with what belongs to it, under a name of the user's.
 *
 * @param rooms to go into; empty for the usual one
 * @param pin the fingerprint of its certificate
 * @param ca the authorities that vouch for it
 */
record Profile(
    ServerAddress server,
    List<String> rooms,
    Optional<Fingerprint> pin,
    Optional<Path> ca,
    Optional<Path> passwordFile) {
  Profile {
    rooms = List.copyOf(rooms);
  }

  static Profile of(ServerAddress server) {
    return new Profile(server, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
