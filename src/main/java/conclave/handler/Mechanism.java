package conclave.handler;

import conclave.room.Reason;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The server's side of one SASL mechanism, for one exchange of one connection. */
interface Mechanism {
  /**
   * What to do next.
   *
   * @param challenge for the client; nothing where there is nothing to say
   * @param outcome how it ended; nothing where the client has to answer
   */
  record Step(Optional<byte[]> challenge, Optional<Accounts.Identity> outcome) {
    static Step ask(String text) {
      return new Step(Optional.of(text.getBytes(StandardCharsets.UTF_8)), Optional.empty());
    }

    static Step over(Accounts.Identity identity) {
      return new Step(Optional.empty(), Optional.of(identity));
    }

    /** The message was none of this mechanism's. */
    static Step broken() {
      return over(Accounts.Identity.refused(Reason.SASL_FAILED));
    }

    Step saying(String text) {
      return new Step(ask(text).challenge(), outcome);
    }
  }

  /** Takes a message of the client. */
  Future<Step> next(String message);
}
