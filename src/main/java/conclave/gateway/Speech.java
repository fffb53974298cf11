package conclave.gateway;

import conclave.command.Capabilities;
import conclave.command.Command;
import conclave.command.Reply;
import conclave.dialect.Answer;
import conclave.dialect.Dialect;
import conclave.dialect.Dialects;
import conclave.room.Reason;
import conclave.room.Refusal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How one connection speaks: not known until its first line, then one dialect for good. */
final class Speech {
  /** Stands for a line that was too long to keep. */
  static final byte[] TOO_LONG = new byte[0];

  private static final int MAX_OFFENCES = 50;

  private final Node node;
  private @Nullable Dialect dialect;
  private int offences;

  Speech(Node node) {
    this.node = node;
    node.figures().undecided.increment();
  }

  /** Reads a line; the first one that is not empty decides the dialect. */
  @SuppressWarnings("ReferenceEquality") // TOO_LONG marks a line that is lost
  Command decode(byte[] line, Runnable begun) {
    if (line == TOO_LONG) {
      Command.Malformed lost = new Command.Malformed(Refusal.of(Reason.LINE_TOO_LONG));
      count(lost);
      return lost;
    }
    if (dialect == null) {
      if (line.length == 0) {
        return new Command.Nothing();
      }
      dialect = Dialects.of(line);
      node.figures().undecided.decrement();
      node.figures().of(dialect.name()).increment();
      begun.run();
    }
    Command decoded = dialect.decode(line);
    count(decoded instanceof Command.Labelled labelled ? labelled.command() : decoded);
    return decoded;
  }

  private void count(Command decoded) {
    if (decoded instanceof Command.Malformed malformed) {
      offence(malformed);
    }
  }

  private void offence(Command.Malformed malformed) {
    node.figures().malformed.increment();
    Reason reason = malformed.refusal().reason();
    boolean isGrave = reason == Reason.LINE_TOO_LONG || reason == Reason.NOT_UTF8;
    if (isGrave) {
      offences++;
    }
  }

  /** A slip is answered; has the peer gone on for so long that it is not worth the answers? */
  boolean isHopeless() {
    return offences >= MAX_OFFENCES;
  }

  /** {@code irc} or {@code plain}; empty before the first line. */
  String name() {
    return dialect == null ? "" : dialect.name();
  }

  /** The next line is a password. */
  void await(Command.AskPassword ask) {
    Objects.requireNonNull(dialect).await(ask);
  }

  /** What the dialect says at its start without a line. */
  Command opening() {
    return Objects.requireNonNull(dialect).opening();
  }

  /** How many times the usual time to log in this peer may take. */
  int patience() {
    return dialect == null ? 1 : dialect.patience();
  }

  byte[] reply(Reply reply, String nick, Capabilities capabilities) {
    String server = node.facts().name();
    return dialect == null
        ? Dialects.toUnknown(reply, server)
        : dialect.renderer().reply(reply, new Dialect.Recipient(nick, server, capabilities));
  }

  Answer answer(String label, String reference, String nick, Capabilities capabilities) {
    Dialect.Recipient to = new Dialect.Recipient(nick, node.facts().name(), capabilities);
    return Objects.requireNonNull(dialect).answer(label, reference, to);
  }

  byte[] event(EncodedEvent event, Capabilities capabilities) {
    return event.bytes(Objects.requireNonNull(dialect).renderer(), capabilities);
  }

  byte[] event(EncodedUserEvent event, Capabilities capabilities) {
    return event.bytes(Objects.requireNonNull(dialect).renderer(), capabilities);
  }

  boolean isEchoed(Capabilities capabilities) {
    return dialect != null && dialect.isEchoed(capabilities);
  }

  /** The connection is closed. */
  void ended() {
    node.figures().of(dialect == null ? "" : dialect.name()).decrement();
  }
}
