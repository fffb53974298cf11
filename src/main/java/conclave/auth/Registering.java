package conclave.auth;

import conclave.account.Peer;
import conclave.bus.AuthAnswer;
import conclave.bus.AuthRequest;
import conclave.name.AccountName;
import io.vertx.core.Future;
import java.util.Optional;

/** Registrations as they are asked for: whoever makes an account is logged in with it. */
final class Registering {
  private final Registrations registrations;
  private final LogIns logIns;
  private final Trail trail;

  Registering(Registrations registrations, LogIns logIns, Trail trail) {
    this.registrations = registrations;
    this.logIns = logIns;
    this.trail = trail;
  }

  Future<AuthAnswer> register(AuthRequest.Register wanted) {
    return registrations.register(wanted).compose(made -> entered(made, wanted.peer()));
  }

  Future<AuthAnswer> prepare(AuthRequest.Prepare wanted) {
    return registrations
        .prepare(wanted)
        .map(
            made ->
                made.refusal()
                    .<AuthAnswer>map(AuthAnswer.Refused::new)
                    .orElseGet(() -> new AuthAnswer.Secret(made.thing().orElseThrow())));
  }

  Future<AuthAnswer> complete(AuthRequest.Complete wanted) {
    return registrations.complete(wanted).compose(made -> entered(made, wanted.peer()));
  }

  private Future<AuthAnswer> entered(Registrations.Made<AccountName> made, Peer peer) {
    if (made.refusal().isPresent()) {
      return Future.succeededFuture(new AuthAnswer.Refused(made.refusal().get()));
    }
    AccountName name = made.thing().orElseThrow();
    trail.registered(name, Optional.empty(), peer);
    return logIns.registered(name, peer);
  }
}
