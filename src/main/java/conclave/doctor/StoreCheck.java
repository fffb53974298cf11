package conclave.doctor;

import conclave.config.StoreConfig;
import conclave.store.Checkup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Can the store be reached, read and written, and is there room for more? */
final class StoreCheck implements Check {
  private static final long MIB = 1 << 20;
  private static final long TOO_LITTLE = 64 * MIB;
  private static final long LITTLE = 1_024 * MIB;
  private static final String STORE = "store";

  @Override
  public List<Finding> look(Patient patient) {
    Optional<String> refusal = patient.store().refusal();
    List<Finding> all = new ArrayList<>();
    if (refusal.isPresent()) {
      all.add(refused(patient.config().store(), refusal.get()));
    } else if (patient.store().found().isEmpty()) {
      all.add(Finding.ok(STORE, "there is none yet: the first start makes it"));
    } else {
      all.addAll(found(patient.store().found().get(), patient.isRunning()));
    }
    all.add(room(patient));
    return all;
  }

  private static Finding refused(StoreConfig config, String why) {
    return Finding.problem(
        STORE,
        why,
        config.isEmbedded()
            ? "docs/OPERATIONS.md says more under \"When something is wrong\""
            : "Is PostgreSQL running, and are store.url and store.password right?");
  }

  private static List<Finding> found(Checkup store, boolean isRunning) {
    List<Finding> all = new ArrayList<>();
    all.add(
        store.isWritable()
            ? Finding.ok(STORE, store.name() + " answers")
            : Finding.problem(
                STORE,
                store.name() + " may not be written to",
                "Give it to the user that the server runs as; of PostgreSQL, name the primary"));
    if (store.isNewer()) {
      all.add(
          Finding.problem(
              "store schema",
              "made by a later release, " + store.schema(),
              "Run that release, or restore the copy from before the upgrade"));
    } else if (store.pending() > 0) {
      all.add(
          Finding.warning(
              "store schema",
              store.schema() + ", and this release changes it at its first start",
              "Make a copy first: conclave store backup. Other releases can't use it afterwards"));
    } else {
      all.add(Finding.ok("store schema", store.schema()));
    }
    if (store.others() > 0 && !isRunning) {
      all.add(Finding.ok(STORE, store.others() + " connections of other servers use it"));
    }
    return all;
  }

  private static Finding room(Patient patient) {
    String where = "disk of " + patient.data();
    long free;
    try {
      free = patient.machine().free(Folders.existing(patient.data()));
    } catch (IOException e) {
      return Finding.problem(where, "can't be looked at: " + e.getMessage(), "Name another --data");
    }
    long size = patient.store().found().map(Checkup::bytes).orElse(0L);
    String left = free / MIB + " MiB are free";
    if (free < TOO_LITTLE) {
      return Finding.problem(
          where, left, "Make room now: when it is full, each message is refused");
    }
    if (free < LITTLE || free < size) {
      String also = free < size ? ", less than the store takes, which a copy needs" : "";
      return Finding.warning(
          where, left + also, "Make room, or keep less (history.retention, history.per-room)");
    }
    return Finding.ok(where, left);
  }
}
