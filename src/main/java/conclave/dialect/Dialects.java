package conclave.dialect;

import conclave.command.Capabilities;
import conclave.command.Reply;
import conclave.dialect.Dialect.Recipient;
import conclave.dialect.irc.IrcDialect;
import conclave.dialect.plain.PlainDialect;

/** All dialects: the first line tells which one a connection speaks. */
public final class Dialects {
  private Dialects() {}

  /** The dialect that begins with this line. */
  public static Dialect of(byte[] firstLine) {
    return IrcDialect.isFirstLine(firstLine) ? new IrcDialect() : new PlainDialect();
  }

  /**
   * What is written to a connection whose dialect is not known yet. IRC clients take it, and people
   * can read it.
   */
  public static byte[] toUnknown(Reply reply, String server) {
    return new IrcDialect().renderer().reply(reply, new Recipient("*", server, Capabilities.NONE));
  }
}
