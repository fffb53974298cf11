package conclave.dialect;

import conclave.command.Capabilities;
import conclave.command.Command;
import conclave.command.Reply;
import conclave.command.UserEvent;
import conclave.room.Event;

/**
 * How one connection speaks. One object a connection, since a line may depend on the line before.
 */
public interface Dialect {
  /** {@code irc} or {@code plain}: for figures and logs. */
  String name();

  /** What a connection of this dialect says without saying it, right at its start. */
  default Command opening() {
    return new Command.Nothing();
  }

  /** How many times as long as a program its users may take to log in. */
  int patience();

  /** Does the sender of a message see it come back? */
  boolean isEchoed(Capabilities capabilities);

  /** Reads one line, without its line end. Never throws. */
  Command decode(byte[] line);

  /** The next line is the password that this asks for, in a dialect that asks. */
  default void await(Command.AskPassword ask) {}

  /**
   * The answer to a line with a label. Only a dialect that reads labels is asked.
   *
   * @param reference unique among what is not answered yet
   */
  default Answer answer(String label, String reference, Recipient to) {
    throw new IllegalStateException("there are no labels in " + name());
  }

  /** How what goes out is written. The same object for all connections of this dialect. */
  Renderer renderer();

  /** Writes what goes out. Stateless. */
  interface Renderer {
    /** The capabilities that change the bytes of this event. */
    Capabilities matter(Event event);

    /**
     * The lines that show an event, with their line ends; empty where this dialect shows nothing.
     */
    byte[] event(Event event, Capabilities capabilities);

    /** The capabilities that change the bytes of what happened to a user. */
    default Capabilities matter(UserEvent event) {
      return Capabilities.NONE;
    }

    /** The lines that show what happened to a user; empty where this dialect shows nothing. */
    byte[] event(UserEvent event, Capabilities capabilities);

    /** The lines of an answer, with their line ends. */
    byte[] reply(Reply reply, Recipient to);
  }

  /**
   * Who gets a reply.
   *
   * @param nick {@code *} where there is none yet
   * @param server the name of the server that answers
   */
  record Recipient(String nick, String server, Capabilities capabilities) {}
}
