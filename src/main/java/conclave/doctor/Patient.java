package conclave.doctor;

import conclave.config.Config;
import conclave.store.Checkup;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The server that is looked at.
 *
 * @param data its folder, in full
 * @param isRunning does one run with this folder, on this machine?
 * @param store what was found of the store, or why it could not be opened; nothing where there is
 *     none yet
 */
record Patient(
    Config config, Path data, Machine machine, Instant now, boolean isRunning, StoreState store) {
  /** Where the store is looked at once, for several checks. */
  record StoreState(Optional<Checkup> found, Optional<String> refusal) {}
}
