package conclave.auth;

import conclave.account.Peer;
import conclave.auth.Audit.Detail;
import conclave.bus.AuthAnswer;
import conclave.bus.AuthRequest;
import conclave.name.AccountName;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Registrations as they are asked for: whoever makes an account is logged in with it. For a
 * network, guessing at invitations is as guessing at passwords.
 */
final class Registering {
  private static final Set<Reason> TAKEN =
      Set.of(Reason.ACCOUNT_EXISTS, Reason.ACCOUNT_LOOKS_ALIKE);

  private final Registrations registrations;
  private final Throttles throttles;
  private final LogIns logIns;
  private final Trail trail;

  Registering(Registrations registrations, Throttles throttles, LogIns logIns, Trail trail) {
    this.registrations = registrations;
    this.throttles = throttles;
    this.logIns = logIns;
    this.trail = trail;
  }

  Future<AuthAnswer> register(AuthRequest.Register wanted) {
    return throttled(
        wanted.peer(),
        Set.of(Reason.BAD_INVITATION),
        () -> registrations.register(wanted).compose(made -> entered(made, wanted.peer())));
  }

  /** Asking for names that are taken, without any invitation, is guessing too. */
  Future<AuthAnswer> prepare(AuthRequest.Prepare wanted) {
    return throttled(
        wanted.peer(),
        TAKEN,
        () ->
            registrations
                .objection(wanted)
                .map(
                    no ->
                        no.<AuthAnswer>map(AuthAnswer.Refused::new)
                            .orElseGet(() -> new AuthAnswer.Owner(Optional.empty()))));
  }

  /** By the connection: what is no account's name yet can't be kept from anybody. */
  private Future<AuthAnswer> throttled(
      Peer peer, Set<Reason> guesses, Supplier<Future<AuthAnswer>> next) {
    String name = " " + peer.connection();
    Optional<Duration> pause = throttles.enter(name, peer);
    if (pause.isPresent()) {
      trail.lockedOut(Optional.empty(), peer, "CODE");
      return Future.succeededFuture(
          AuthAnswer.refused(Reason.TRY_LATER, Long.toString(pause.get().toSeconds())));
    }
    return next.get()
        .onComplete(
            answer -> {
              Optional<Reason> guess =
                  Optional.ofNullable(answer.result())
                      .flatMap(Registering::refusal)
                      .filter(guesses::contains);
              guess.ifPresentOrElse(
                  no -> throttles.failed(name, peer), () -> throttles.undecided(name, peer));
              if (guess.filter(no -> no == Reason.BAD_INVITATION).isPresent()) {
                trail.refused(Optional.empty(), peer, "CODE", Detail.WRONG_INVITATION);
              }
            });
  }

  private static Optional<Reason> refusal(AuthAnswer answer) {
    return answer instanceof AuthAnswer.Refused refused
        ? Optional.of(refused.refusal().reason())
        : Optional.empty();
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
