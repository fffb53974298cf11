package conclave.dialect.irc;

import conclave.command.Command;
import conclave.command.LineLimits;
import conclave.name.CaseFold;
import conclave.name.Utf8;
import conclave.room.Reason;
import conclave.room.Refusal;
import conclave.room.SayKind;
import java.util.List;
import java.util.Optional;

/**
 * Gathers the lines of a client's batch to one message (IRCv3 multiline): a connection has one open
 * at most, and it holds no more than a message may have. The lines of one that was refused are
 * passed over until its end, or until another one is opened.
 */
final class IrcBatch {
  private static final String TYPE = "draft/multiline";
  private static final String CONCAT = "draft/multiline-concat";

  private Optional<IrcMessage> opened = Optional.empty();
  private Optional<SayKind> kind = Optional.empty();
  private StringBuilder text = new StringBuilder();
  private int lines;
  private boolean isRefused;

  /** What a line of a batch means now; nothing for a line that is none. */
  Optional<Command> take(IrcMessage message) {
    if (message.verb().equals("BATCH")) {
      return Optional.of(turn(message));
    }
    String reference = message.tags().get("batch");
    if (reference == null) {
      return Optional.empty();
    }
    return Optional.of(isOpen(reference) ? add(message) : stray(message));
  }

  private boolean isOpen(String reference) {
    return opened
        .filter(batch -> reference.equals(batch.parameters().get(0).substring(1)))
        .isPresent();
  }

  private Command turn(IrcMessage message) {
    List<String> words = message.parameters();
    String reference = words.isEmpty() ? "" : words.get(0);
    if (reference.startsWith("-") && isOpen(reference.substring(1))) {
      return close();
    }
    boolean isNew =
        reference.length() > 1
            && reference.startsWith("+")
            && words.size() == 3
            && words.get(1).equals(TYPE)
            && (opened.isEmpty() || isRefused);
    if (!isNew) {
      return stray(message);
    }
    opened = Optional.of(message);
    kind = Optional.empty();
    text = new StringBuilder();
    lines = 0;
    isRefused = false;
    return new Command.Nothing();
  }

  private Command add(IrcMessage message) {
    if (isRefused) {
      return new Command.Nothing();
    }
    String target = opened.orElseThrow().parameters().get(2);
    Optional<SayKind> said = kindOf(message);
    boolean isConcat = message.tags().containsKey(CONCAT);
    String line = said.isPresent() ? message.parameters().get(1) : "";
    if (said.isEmpty() || (lines > 0 && !said.equals(kind)) || (isConcat && line.isEmpty())) {
      return refuse(Reason.BATCH_INVALID);
    }
    if (!CaseFold.fold(message.parameters().get(0)).equals(CaseFold.fold(target))) {
      return refuse(Reason.BATCH_TARGET, target, message.parameters().get(0));
    }
    kind = said;
    text.append(lines == 0 ? "" : isConcat ? "\r" : "\n").append(line);
    lines++;
    if (lines > LineLimits.MULTILINE_LINES) {
      return refuse(Reason.BATCH_HAS_TOO_MANY_LINES, "" + LineLimits.MULTILINE_LINES);
    }
    return bytes() > LineLimits.MULTILINE_BYTES
        ? refuse(Reason.BATCH_TOO_LONG, "" + LineLimits.MULTILINE_BYTES)
        : new Command.Nothing();
  }

  private int bytes() {
    return Utf8.length(text.toString().replace("\r", ""));
  }

  private static Optional<SayKind> kindOf(IrcMessage message) {
    if (message.parameters().size() != 2) {
      return Optional.empty();
    }
    return switch (message.verb()) {
      case "PRIVMSG" -> Optional.of(SayKind.PRIVMSG);
      case "NOTICE" -> Optional.of(SayKind.NOTICE);
      default -> Optional.empty();
    };
  }

  private Command close() {
    IrcMessage first = opened.orElseThrow();
    opened = Optional.empty();
    String whole = text.toString();
    text = new StringBuilder();
    if (isRefused) {
      return new Command.Nothing();
    }
    if (kind.isEmpty() || whole.isBlank()) {
      return stray(first);
    }
    Command say = new Command.Say(List.of(first.parameters().get(2)), kind.get(), whole);
    return IrcTags.apply(first, say);
  }

  /** The open batch: this is the one answer to its label. */
  private Command refuse(Reason reason, String... about) {
    isRefused = true;
    text = new StringBuilder();
    return refused(opened.orElseThrow(), reason, about);
  }

  /** Of no batch that is open: one that is goes on, and its label is answered at its end. */
  private static Command stray(IrcMessage message) {
    return refused(message, Reason.BATCH_INVALID);
  }

  private static Command refused(IrcMessage message, Reason reason, String... about) {
    return IrcTags.apply(message, new Command.Malformed(Refusal.of(reason, about)));
  }
}
