package conclave.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ports and IPv6, as far as no server of ours holds them: that is DoctorTest's. */
class AddressCheckTest {
  @TempDir Path data;
  private Ward ward;

  @BeforeEach
  void aPatient() {
    ward = new Ward(data);
  }

  private List<String> look(String... sets) {
    return ward.look(new AddressCheck(), sets);
  }

  @Test
  void freePortsAreWell() {
    assertThat(look("server.listen=[::1]:0", "status.listen=none"))
        .containsExactly(
            "OK server.listen: [::1]:0 is free",
            "OK IPv6: this machine has addresses that others reach");
  }

  @Test
  void aPortThatAnotherProgramHoldsIsAProblem() throws IOException {
    try (ServerSocket other = Ward.held(0)) {
      String at = "[::1]:" + other.getLocalPort();
      assertThat(look("server.listen=" + at, "status.listen=none").get(0))
          .startsWith("PROBLEM server.listen: " + at + " is held by another program. End it, or");
    }
  }

  @Test
  void anAddressThatIsNotThisMachinesIsAProblem() {
    assertThat(look("server.listen=[2001:db8::7]:6697", "status.listen=none").get(0))
        .startsWith("PROBLEM server.listen: [2001:db8::7]:6697 can't be listened on: ");
    assertThat(look("server.listen=nowhere.invalid:6697", "status.listen=none").get(0))
        .startsWith("PROBLEM server.listen: nowhere.invalid has no address");
  }

  @Test
  void aRunningServerThatDoesNotListenThereIsSaid() throws IOException {
    ward.isRunning = true;
    int port;
    try (ServerSocket free = Ward.held(0)) {
      port = free.getLocalPort();
    }
    assertThat(look("server.listen=[::1]:" + port, "status.listen=none").get(0))
        .startsWith("WARNING server.listen: [::1]:" + port + " is free, though the server runs");
  }

  @Test
  void aPortThatSpeaksNoTlsIsNotTheRunningServers() throws IOException {
    ward.isRunning = true;
    try (ServerSocket other = Ward.held(0)) {
      String at = "[::1]:" + other.getLocalPort();
      Thread rude =
          new Thread(
              () -> {
                try {
                  other.accept().close();
                } catch (IOException e) {
                  // the test is over
                }
              });
      rude.start();
      assertThat(look("server.listen=" + at, "status.listen=none").get(0))
          .startsWith("PROBLEM server.listen: " + at + " is held by a program that does not speak");
    }
  }

  @Test
  void aMachineThatNobodyReachesOverIpv6IsSaid() {
    ward.machine.ipv6 = Machine.Ipv6.LOCAL;
    assertThat(look("server.listen=[::1]:0", "status.listen=none").get(1))
        .startsWith("WARNING IPv6: this machine has no address that others reach");
    ward.machine.ipv6 = Machine.Ipv6.NONE;
    assertThat(look("server.listen=[::1]:0", "status.listen=none").get(1))
        .startsWith("WARNING IPv6: is switched off");
    assertThat(look("server.listen=127.0.0.1:0", "status.listen=none").get(1))
        .startsWith("WARNING IPv6: server.listen has no address of it");
  }
}
