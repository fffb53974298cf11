package conclave.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnrolmentTest {
  @Test
  void thePasswordIsGivenOnlyWhenItIsAskedFor() throws Exception {
    TestCertificate certificate = TestCertificate.forHost("localhost");
    List<String> answers = new ArrayList<>();
    try (FakeServer server = new FakeServer(certificate, 0)) {
      Enrolment.ask(
          server.address(),
          Trust.pinned(certificate.fingerprint()),
          new Credentials("alice", "secret"),
          "CODE",
          answers::add);

      assertThat(server.received).containsExactly("/register alice CODE", "secret", "/quit");
    }
    assertThat(answers).contains("Your account is made. Its password has 6 characters.");
  }
}
