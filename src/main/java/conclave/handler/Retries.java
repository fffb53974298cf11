package conclave.handler;

import conclave.command.Capabilities;
import conclave.command.Capability;
import conclave.command.Command.Say;
import conclave.command.SayId;
import conclave.command.Seen;
import conclave.name.AccountName;
import conclave.name.RoomName;
import conclave.room.Event;
import conclave.room.Origin;
import conclave.room.RetryKey;
import conclave.room.UnderName;
import java.util.Optional;

/** Messages that a client may send again, and is answered as at the first time. */
final class Retries {
  private Retries() {}

  /** Is its id none, from somebody who knows what ids are? */
  static boolean isBad(Say say, Caller caller) {
    return id(say, caller).filter(id -> !id.isValid()).isPresent();
  }

  /** An origin for a message, by which it is known again where its sender has named it. */
  static Origin origin(Say say, Caller caller) {
    Origin origin = caller.origin();
    return key(say, caller).map(origin::knownBy).orElse(origin);
  }

  /** By what it is known when it comes again. */
  static Optional<RetryKey> key(Say say, Caller caller) {
    return id(say, caller).map(id -> key(id, caller));
  }

  private static Optional<SayId> id(Say say, Caller caller) {
    Capabilities has = caller.registration().capabilities();
    return say.id()
        .filter(id -> has.has(id.isLabel() ? Capability.LABELED_RESPONSE : Capability.MESSAGE_ID));
  }

  /** The next guest may bear the same nick, so that a guest is a connection. */
  private static RetryKey key(SayId id, Caller caller) {
    Optional<AccountName> account = caller.source().account();
    return new RetryKey(
        account.map(AccountName::key).orElse(caller.connection()), id.text(), account.isPresent());
  }

  /**
   * As the echo of what was said first, which may not have arrived; nobody else is told.
   *
   * @param place where it was sent again: a room may have got that name since
   */
  static void showAgain(Event first, String place, Caller caller) {
    if (caller.registration().capabilities().has(Capability.ECHO_MESSAGE)) {
      Optional<UnderName> now = RoomName.parse(place).map(UnderName::new);
      caller.reply(new Seen(now.map(first::accept).orElse(first)));
    }
  }
}
