package conclave.doctor;

import static java.nio.file.attribute.PosixFilePermission.GROUP_READ;
import static java.nio.file.attribute.PosixFilePermission.GROUP_WRITE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;

import conclave.config.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** May nobody else read the keys and the store, and the server write where it must? */
final class FileCheck implements Check {
  private static final Set<PosixFilePermission> ANYBODY_ELSE =
      EnumSet.of(GROUP_READ, GROUP_WRITE, OTHERS_READ, OTHERS_WRITE);

  /** Where a tool renews certificates, a group often lets the server read them. */
  private static final Set<PosixFilePermission> STRANGERS =
      EnumSet.of(GROUP_WRITE, OTHERS_READ, OTHERS_WRITE);

  @Override
  public List<Finding> look(Patient patient) {
    List<Finding> all = new ArrayList<>();
    folder(patient).ifPresent(all::add);
    if (!all.isEmpty() && !all.get(0).isWell()) {
      return all;
    }
    for (Path file : own(patient.config(), patient.data())) {
      exposed(file, ANYBODY_ELSE).ifPresent(all::add);
    }
    for (Path file : named(patient.config())) {
      exposed(file, STRANGERS).ifPresent(all::add);
    }
    if (all.stream().allMatch(Finding::isWell)) {
      all.add(Finding.ok("files", "keys and store are their owner's alone"));
    }
    return all;
  }

  private static Optional<Finding> folder(Patient patient) {
    Path data = patient.data();
    if (Files.notExists(data)) {
      Path above = Folders.existing(data);
      return Optional.of(
          Files.isWritable(above)
              ? Finding.ok(data.toString(), "is made at the first start")
              : Finding.problem(
                  data.toString(),
                  "is not there, and " + patient.machine().user() + " may not make it",
                  "Make it for the user that the server runs as, mode 700"));
    }
    if (!Files.isDirectory(data)) {
      return Optional.of(
          Finding.problem(data.toString(), "is no folder", "--data DIR names another one"));
    }
    String owner = owner(data);
    if (!owner.isEmpty() && !owner.equals(patient.machine().user())) {
      return Optional.of(
          Finding.warning(
              data.toString(),
              "is " + owner + "'s, and this is " + patient.machine().user(),
              "Run the doctor as the server runs: sudo -u " + owner + " conclave doctor"));
    }
    return Files.isWritable(data)
        ? Optional.empty()
        : Optional.of(
            Finding.problem(data.toString(), "may not be written to", "chmod u+rwx " + data));
  }

  private static String owner(Path file) {
    try {
      return Files.getOwner(file).getName();
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  /** What the server has made itself. */
  private static Set<Path> own(Config config, Path data) {
    Set<Path> files = new LinkedHashSet<>();
    files.add(config.store().withKeyIn(data).key().orElseThrow());
    for (String name : List.of("conclave.db", "cloak.key", "tls/key.pem")) {
      files.add(data.resolve(name));
    }
    config.log().audit().map(data::resolve).ifPresent(files::add);
    return files;
  }

  private static Set<Path> named(Config config) {
    Set<Path> files = new LinkedHashSet<>();
    config.tls().key().ifPresent(files::add);
    config.cluster().key().ifPresent(files::add);
    return files;
  }

  private static Optional<Finding> exposed(Path file, Set<PosixFilePermission> toNobody) {
    try {
      if (Files.notExists(file)) {
        return Optional.empty(); // whoever needs it says so
      }
      Set<PosixFilePermission> given = EnumSet.copyOf(toNobody);
      given.retainAll(Files.getPosixFilePermissions(file));
      return given.isEmpty()
          ? Optional.empty()
          : Optional.of(
              Finding.problem(file.toString(), "others may read or write it", "chmod 600 " + file));
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty(); // this system has no such rights
    }
  }
}
