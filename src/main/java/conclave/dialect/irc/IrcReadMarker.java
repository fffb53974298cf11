package conclave.dialect.irc;

import conclave.command.Command;
import conclave.command.ReadUpTo;
import conclave.dialect.Dialect.Recipient;
import conclave.room.Reason;
import conclave.room.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How far somebody has read (IRCv3 read-marker). */
final class IrcReadMarker {
  private static final String NAME = "timestamp=";

  /** As server-time writes it, to the letter. */
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");

  static final IrcVerb ROW =
      IrcVerb.of(
              "MARKREAD",
              "<channel>|<nick> [timestamp=<time>]",
              "asks or says how far you have read",
              1,
              IrcReadMarker::read)
          .orElse(p -> Refusal.of(Reason.MARK_NEEDS_TARGET));

  private IrcReadMarker() {}

  private static Command read(List<String> parameters) {
    String target = parameters.get(0);
    if (parameters.size() == 1) {
      return new Command.MarkRead(target, Optional.empty());
    }
    Optional<Long> time = timestamp(parameters.get(1)).filter(millis -> millis > 0);
    return time.isPresent()
        ? new Command.MarkRead(target, time)
        : new Command.Malformed(Refusal.of(Reason.BAD_MARK, target, parameters.get(1)));
  }

  /** What {@code timestamp=...} says, in milliseconds since 1970. */
  static Optional<Long> timestamp(String text) {
    return text.startsWith(NAME)
        ? time(text.substring(NAME.length())).filter(millis -> millis >= 0)
        : Optional.empty();
  }

  /** What a time as in server-time says, in milliseconds since 1970. */
  static Optional<Long> time(String time) {
    try {
      return TIME.matcher(time).matches()
          ? Optional.of(Instant.parse(time).toEpochMilli())
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Lines render(ReadUpTo reply, Recipient to, Lines lines) {
    String time = reply.time() == 0 ? "*" : NAME + EventTags.time(reply.time());
    return lines.from(to, "MARKREAD " + reply.target() + " " + time);
  }

  static Lines refused(Reason reason, List<String> about, Recipient to, Lines lines) {
    String code =
        switch (reason) {
          case MARK_NEEDS_TARGET -> "NEED_MORE_PARAMS";
          case BAD_MARK -> "INVALID_PARAMS";
          default -> "INTERNAL_ERROR";
        };
    String text =
        switch (reason) {
          case MARK_NEEDS_TARGET -> "Missing parameters";
          case BAD_MARK -> "That is no target, or no time";
          case MARKS_NEED_ACCOUNT -> "Only people with an account have read markers";
          default -> "The read marker can't be reached right now";
        };
    return lines.fail(to, "MARKREAD " + code, about, text);
  }
}
