package conclave.gateway;

import static conclave.room.Mothers.user;

import conclave.command.Command;
import conclave.command.Command.Labelled;
import conclave.room.ClientTags;
import conclave.room.Event;
import conclave.room.Event.Told;
import conclave.room.Origin;
import conclave.room.SayKind;
import conclave.room.Stamp;

/** What a labelled command of a connection has caused. */
record LabelledEvent(LabelledCaller caller, Event event) {
  static LabelledEvent of(Connection connection, long seq) {
    Labelled command = new Labelled("a" + seq, new Command.Nothing());
    LabelledCaller caller = (LabelledCaller) connection.output().labels().callerOf(command);
    Origin origin = caller.origin();
    Stamp stamp = new Stamp(7, seq, seq, origin);
    return new LabelledEvent(
        caller,
        new Told(
            stamp, user("bob"), user("bob").nick(), SayKind.PRIVMSG, "m" + seq, ClientTags.NONE));
  }

  EncodedEvent encoded() {
    return new EncodedEvent(event);
  }

  /** Is the command not answered to the end? */
  boolean isOpen(Connection connection) {
    return connection.output().causeOf(event).isPresent();
  }
}
