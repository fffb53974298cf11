package conclave.handler;

import conclave.account.EndPoint;
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

  Mechanisms(Accounts accounts) {
    this.accounts = accounts;
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
    return caller.isSecure() ? caller.way().endPoint().map(EndPoint::hash) : Optional.empty();
  }
}
