package conclave.dialect.irc;

import conclave.command.Capabilities;
import conclave.command.Capability;
import conclave.command.Command;
import conclave.command.LineLimits;
import conclave.dialect.Answer;
import conclave.dialect.Dialect;
import conclave.name.Utf8;
import conclave.room.Reason;
import conclave.room.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** How IRC clients speak. Every line stands for itself, but those of a batch. */
public final class IrcDialect implements Dialect {
  private static final Renderer RENDERER = new IrcRenderer();
  private static final Pattern HARMLESS = Pattern.compile("[!-~]+");

  private final IrcBatch batch = new IrcBatch();

  /** Is this the first line of an IRC client? */
  public static boolean isFirstLine(byte[] line) {
    String text = new String(line, StandardCharsets.ISO_8859_1).strip();
    int end = text.indexOf(' ');
    return text.startsWith("@")
        || text.startsWith(":")
        || IrcVerbs.isFirstWord(end < 0 ? text : text.substring(0, end));
  }

  @Override
  public String name() {
    return "irc";
  }

  @Override
  public int patience() {
    return 1;
  }

  @Override
  public boolean isEchoed(Capabilities capabilities) {
    return capabilities.has(Capability.ECHO_MESSAGE);
  }

  @Override
  public Renderer renderer() {
    return RENDERER;
  }

  @Override
  public Answer answer(String label, String reference, Recipient to) {
    return new IrcAnswer(label, reference, to);
  }

  @Override
  public Command decode(byte[] line) {
    int tags = tagBytes(line);
    if (tags > LineLimits.MAX_CLIENT_TAGS) {
      return new Command.Malformed(Refusal.of(Reason.LINE_TOO_LONG));
    }
    if (line.length - tags > LineLimits.MAX_BODY) {
      return refused(line, Refusal.of(Reason.LINE_TOO_LONG));
    }
    Optional<String> text = Utf8.decode(line);
    if (text.isEmpty()) {
      return refused(line, Refusal.of(Reason.NOT_UTF8, verbOf(line)));
    }
    if (text.get().indexOf('\0') >= 0 || text.get().indexOf('\r') >= 0) {
      return refused(line, Refusal.of(Reason.UNKNOWN_COMMAND, verbOf(line)));
    }
    IrcMessage message = IrcMessage.parse(text.get());
    return message.verb().isEmpty()
        ? new Command.Nothing()
        : batch.take(message).orElseGet(() -> IrcTags.apply(message, IrcVerbs.read(message)));
  }

  private static int tagBytes(byte[] line) {
    if (line.length == 0 || line[0] != '@') {
      return 0;
    }
    int i = 0;
    while (i < line.length && line[i] != ' ') {
      i++;
    }
    return Math.min(i + 1, line.length);
  }

  /** A line that can't be read may be labelled all the same, by what is harmless to show. */
  private static Command refused(byte[] line, Refusal refusal) {
    IrcMessage message = IrcMessage.parse(new String(line, StandardCharsets.US_ASCII));
    Command malformed = new Command.Malformed(refusal);
    return HARMLESS.matcher(message.tags().getOrDefault("label", "")).matches()
        ? IrcTags.apply(message, malformed)
        : malformed;
  }

  /** The verb of a line that can't be read, with only what is harmless to show. */
  private static String verbOf(byte[] line) {
    String verb = IrcMessage.parse(new String(line, StandardCharsets.US_ASCII)).verb();
    String letters = verb.replaceAll("[^A-Z0-9]", "");
    return letters.isEmpty() ? "*" : letters;
  }
}
