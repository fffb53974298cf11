package conclave.client;

import com.ongres.scram.client.ScramClient;
import com.ongres.scram.common.exception.ScramException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import rocks.xmpp.precis.PrecisProfiles;

/**
 * Proves that the client knows the password without telling it, and has the server prove the same.
 * With the server's certificate bound to it where the server can do that.
 *
 * @see "RFC 5802, RFC 7677"
 */
final class SaslScram implements SaslMechanism {
  static final String NAME = "SCRAM-SHA-256";
  static final String PLUS = "SCRAM-SHA-256-PLUS";

  private final Credentials credentials;
  private final ScramClient scram;
  private int turn;
  private boolean trustsServer;

  /**
   * Begins an attempt.
   *
   * @param offered what the server offers of the two
   * @param endPoint {@code tls-server-end-point} of this connection
   */
  SaslScram(Credentials credentials, List<String> offered, Optional<byte[]> endPoint) {
    this.credentials = credentials;
    var builder =
        ScramClient.builder()
            .advertisedMechanisms(offered)
            .username(credentials.name())
            .password(opaque(credentials.reveal()).toCharArray());
    endPoint.ifPresent(data -> builder.channelBinding("tls-server-end-point", data));
    this.scram = builder.build();
  }

  /** The form of a password that the server keeps (RFC 8265 §4). */
  private static String opaque(String password) {
    try {
      return PrecisProfiles.OPAQUE_STRING.enforce(password);
    } catch (IllegalArgumentException e) {
      return password; // nobody has such a password, as the server will say
    }
  }

  @Override
  public String name() {
    return scram.getScramMechanism().getName();
  }

  @Override
  public byte[] respond(byte[] challenge) throws LogInRefused {
    try {
      return answer(new String(challenge, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    } catch (ScramException | IllegalArgumentException | IllegalStateException e) {
      throw new LogInRefused(
          turn > 1 ? "904" : "AUTHENTICATE", "the proof failed: " + e.getMessage());
    }
  }

  private String answer(String challenge) throws ScramException, LogInRefused {
    return switch (turn++) {
      case 0 -> scram.clientFirstMessage().toString();
      case 1 -> {
        scram.serverFirstMessage(challenge);
        credentials.claim();
        yield scram.clientFinalMessage().toString();
      }
      default -> {
        scram.serverFinalMessage(challenge);
        trustsServer = true;
        yield "";
      }
    };
  }

  @Override
  public boolean trustsServer() {
    return trustsServer;
  }
}
