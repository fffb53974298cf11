package conclave.handler;

import conclave.account.Scram;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The SASL mechanisms that there are for a caller. */
final class Mechanisms {
  private static final String EXTERNAL = "EXTERNAL";
  private static final String PLAIN = "PLAIN";
  private static final String SCRAM = "SCRAM-SHA-256";
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

  /**
   * Their names. Only where there is TLS, a proof can be bound to it; only who has shown a
   * certificate, can be known by it.
   */
  List<String> names(Caller caller) {
    List<String> names = new ArrayList<>();
    if (caller.certificate().isPresent()) {
      names.add(EXTERNAL);
    }
    names.addAll(List.of(PLAIN, SCRAM));
    if (endPointOf(caller).isPresent()) {
      names.add(PLUS);
    }
    return names;
  }

  /** A new exchange; nothing where there is no such mechanism for this caller. */
  Optional<Mechanism> begin(String name, Caller caller) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (!names(caller).contains(upper)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (upper) {
          case EXTERNAL ->
              new SaslExternal(accounts, caller.certificate().orElseThrow(), caller.peer());
          case PLAIN -> new SaslPlain(accounts, caller.peer());
          default ->
              new SaslScram(
                  accounts,
                  new Scram(upper.equals(PLUS), endPointOf(caller)),
                  caller.peer(),
                  upper);
        });
  }

  private Optional<byte[]> endPointOf(Caller caller) {
    return caller.isSecure() ? endPoint : Optional.empty();
  }
}
