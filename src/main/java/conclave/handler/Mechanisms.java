package conclave.handler;

import conclave.account.Scram;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The SASL mechanisms that there are for a caller. */
final class Mechanisms {
  private static final String PLUS = "SCRAM-SHA-256-PLUS";

  private final Accounts accounts;
  private final Optional<byte[]> endPoint;

  /**
   * Knows what can prove an account.
   *
   * @param endPoint {@code tls-server-end-point} of the secure connections (RFC 5929 §4)
   */
  Mechanisms(Accounts accounts, Optional<byte[]> endPoint) {
    this.accounts = accounts;
    this.endPoint = endPoint;
  }

  /** Their names. Only where there is TLS, a proof can be bound to it. */
  List<String> names(Caller caller) {
    return endPointOf(caller).isPresent()
        ? List.of("PLAIN", "SCRAM-SHA-256", PLUS)
        : List.of("PLAIN", "SCRAM-SHA-256");
  }

  /** A new exchange; nothing where there is no such mechanism for this caller. */
  Optional<Mechanism> begin(String name, Caller caller) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (!names(caller).contains(upper)) {
      return Optional.empty();
    }
    return Optional.of(
        upper.equals("PLAIN")
            ? new SaslPlain(accounts)
            : new SaslScram(accounts, new Scram(upper.equals(PLUS), endPointOf(caller))));
  }

  private Optional<byte[]> endPointOf(Caller caller) {
    return caller.isSecure() ? endPoint : Optional.empty();
  }
}
