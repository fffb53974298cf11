package conclave.handler;

import conclave.name.Casemapping;
import conclave.name.Nick;
import conclave.name.Objection;
import conclave.room.Reason;
import java.util.Optional;

/** Which nicks may be chosen; an account's user bears its name, whatever that is. */
final class NewNicks {
  private NewNicks() {}

  /** What stands against bearing this nick. */
  static Optional<Reason> objection(Nick nick, Casemapping casemapping) {
    return casemapping
        .objection(nick.text())
        .map(no -> no == Objection.NOT_ASCII ? Reason.NICK_NOT_ASCII : Reason.NICK_MIXES_SCRIPTS);
  }
}
