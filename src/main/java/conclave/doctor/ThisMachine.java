package conclave.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The machine that this process runs on. */
final class ThisMachine implements Machine {
  private static final Path LIMITS = Path.of("/proc/self/limits");
  private static final Path SYNCHRONIZED = Path.of("/run/systemd/timesync/synchronized");
  private static final String OPEN_FILES = "Max open files";
  private static final int PATIENCE_SECONDS = 3;

  /** Java has raised it to the hard limit when it began. */
  @Override
  public Optional<Long> openFiles() {
    try {
      return Files.readAllLines(LIMITS, StandardCharsets.US_ASCII).stream()
          .filter(line -> line.startsWith(OPEN_FILES))
          .map(line -> line.substring(OPEN_FILES.length()).strip().split(" +")[0])
          .map(soft -> soft.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(soft))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty(); // no Linux
    }
  }

  @Override
  public long heap() {
    return Runtime.getRuntime().maxMemory();
  }

  @Override
  public long memory() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }

  @Override
  public long free(Path path) throws IOException {
    return Files.getFileStore(path).getUsableSpace();
  }

  @Override
  public Ipv6 ipv6() {
    try {
      List<InetAddress> all =
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .filter(Inet6Address.class::isInstance)
              .toList();
      if (all.stream().anyMatch(one -> !one.isLoopbackAddress() && !one.isLinkLocalAddress())) {
        return Ipv6.GLOBAL;
      }
      return all.isEmpty() ? Ipv6.NONE : Ipv6.LOCAL;
    } catch (SocketException e) {
      return Ipv6.NONE;
    }
  }

  @Override
  public Optional<Boolean> isClockKept() {
    return Files.exists(SYNCHRONIZED) ? Optional.of(true) : told("timedatectl");
  }

  private static Optional<Boolean> told(String program) {
    try {
      Process asked =
          new ProcessBuilder(program, "show", "--property=NTPSynchronized", "--value")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      asked.getOutputStream().close();
      if (!asked.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        asked.destroyForcibly();
        return Optional.empty();
      }
      String answer =
          new String(asked.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      return switch (answer) {
        case "yes" -> Optional.of(true);
        case "no" -> Optional.of(false);
        default -> Optional.empty();
      };
    } catch (IOException e) {
      return Optional.empty(); // there is no such program
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public String user() {
    return System.getProperty("user.name", "");
  }
}
