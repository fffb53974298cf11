package conclave.client;

import conclave.account.Scram;
import conclave.account.Verifier;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** The fake server's side of one log-in. */
final class FakeSasl {
  private static final int ROUNDS = 4096;
  private static final List<String> FAILED = List.of(":fake 904 * :SASL authentication failed");

  private final FakeServer server;
  private final SSLSocket socket;
  private String mechanism = "";
  private @Nullable Scram scram;
  private boolean asked;
  private String account = "";

  FakeSasl(FakeServer server, SSLSocket socket) {
    this.server = server;
    this.socket = socket;
  }

  /** What is answered to AUTHENTICATE with this word. */
  List<String> on(String word) {
    if (mechanism.isEmpty()) {
      if (!server.throttle.isEmpty()) {
        return List.of(
            ":fake FAIL AUTHENTICATE RATE_LIMITED " + server.throttle + " :Too many log-ins",
            ":fake 904 * :Try again in " + server.throttle + " seconds");
      }
      mechanism = word;
      return List.of("AUTHENTICATE +");
    }
    String text = word.equals("+") ? "" : decoded(word);
    return switch (mechanism) {
      case "PLAIN" -> plain(text.split("\0", -1));
      case "EXTERNAL" -> external(text);
      default -> scram(text);
    };
  }

  private List<String> plain(String[] parts) {
    account = FakeIdentities.account(parts[1]);
    return server.identities.secretOf(parts[1]).equals(parts[2]) ? success() : failure();
  }

  private List<String> external(String name) {
    try {
      Principal subject = socket.getSession().getPeerPrincipal();
      account = subject.getName().replace("CN=", "");
      return name.isEmpty() || name.equals(account) ? success() : failure();
    } catch (SSLPeerUnverifiedException e) {
      return failure();
    }
  }

  private List<String> scram(String text) {
    if (scram == null) {
      scram = new Scram(false, Optional.empty());
      scram.begin(text);
      account = FakeIdentities.account(scram.name());
      String secret = server.identities.secretOf(scram.name());
      return say(scram.challenge(Verifier.of(secret, ROUNDS)));
    }
    if (!asked) {
      asked = true;
      String last = scram.finish(text);
      return scram.isProved() ? say(last) : failure();
    }
    return success();
  }

  private List<String> success() {
    mechanism = "";
    return List.of(
        ":fake 900 * * " + account + " :You are now logged in as " + account,
        ":fake 903 * :SASL authentication successful");
  }

  private List<String> failure() {
    mechanism = "";
    return FAILED;
  }

  private static List<String> say(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return List.of("AUTHENTICATE " + Base64.getEncoder().encodeToString(bytes));
  }

  private static String decoded(String word) {
    return new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8);
  }
}
