package conclave.dialect.irc;

import conclave.command.Capability;
import conclave.command.Command;
import conclave.command.Excerpt;
import conclave.command.Excerpt.Mark;
import conclave.command.PastCommand;
import conclave.command.RoomReply.TargetsAre;
import conclave.dialect.Dialect.Recipient;
import conclave.room.Reason;
import conclave.room.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The past, on demand (IRCv3 chathistory). */
final class IrcChatHistory {
  static final IrcVerb ROW =
      IrcVerb.of(
              "CHATHISTORY",
              "LATEST|BEFORE|AFTER|AROUND|BETWEEN <target> <mark> [<mark>] <limit>"
                  + " | TARGETS <from> <to> <limit>",
              "shows what was said before; a mark is timestamp=<time>, msgid=<id>, or *",
              1,
              p -> read(p.get(0).toUpperCase(Locale.ROOT), p))
          .orElse(p -> Refusal.of(Reason.EXCERPT_LACKS_PARAMETERS, "*"));

  private static final String MESSAGE = "msgid=";

  private IrcChatHistory() {}

  private static Command read(String subcommand, List<String> p) {
    int least =
        switch (subcommand) {
          case "LATEST", "BEFORE", "AFTER", "AROUND", "TARGETS" -> 4;
          case "BETWEEN" -> 5;
          default -> 0;
        };
    if (least == 0) {
      return refused(Reason.BAD_EXCERPT, p.get(0));
    }
    if (p.size() < least) {
      return refused(Reason.EXCERPT_LACKS_PARAMETERS, subcommand);
    }
    Optional<Integer> limit = limit(p.get(least - 1));
    if (limit.isEmpty()) {
      return refused(Reason.BAD_EXCERPT, subcommand, p.get(least - 1));
    }
    return subcommand.equals("TARGETS")
        ? targets(p, limit.get())
        : excerpt(subcommand, p, limit.get());
  }

  private static Optional<Integer> limit(String text) {
    return text.matches("[1-9][0-9]{0,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static Command targets(List<String> p, int limit) {
    Optional<Long> from = IrcReadMarker.timestamp(p.get(1));
    Optional<Long> to = IrcReadMarker.timestamp(p.get(2));
    return from.isPresent() && to.isPresent()
        ? new PastCommand.ReadTargets(from.get(), to.get(), limit)
        : refused(Reason.BAD_EXCERPT, "TARGETS", from.isPresent() ? p.get(2) : p.get(1));
  }

  private static Command excerpt(String subcommand, List<String> p, int limit) {
    boolean isLatest = subcommand.equals("LATEST") && p.get(2).equals("*");
    int marks = subcommand.equals("BETWEEN") ? 2 : 1;
    for (String text : isLatest ? List.<String>of() : p.subList(2, 2 + marks)) {
      if (mark(text).isEmpty()) {
        boolean isKnown = text.startsWith("timestamp=") || !text.contains("=");
        return refused(isKnown ? Reason.BAD_EXCERPT : Reason.BAD_EXCERPT_MARK, subcommand, text);
      }
    }
    Optional<Mark> first = mark(p.get(2));
    Optional<Mark> none = Optional.empty();
    Excerpt excerpt =
        switch (subcommand) {
          case "LATEST" -> new Excerpt.Span(first, none, true);
          case "BEFORE" -> new Excerpt.Span(none, first, true);
          case "AFTER" -> new Excerpt.Span(first, none, false);
          case "BETWEEN" -> new Excerpt.Span(first, mark(p.get(3)), false);
          default -> new Excerpt.Around(first.orElseThrow());
        };
    return new PastCommand.ReadExcerpt(subcommand, p.get(1), excerpt, limit);
  }

  private static Optional<Mark> mark(String text) {
    return text.startsWith(MESSAGE)
        ? Optional.of(new Mark.Message(text.substring(MESSAGE.length())))
        : IrcReadMarker.timestamp(text).map(Mark.Time::new);
  }

  private static Command refused(Reason reason, String... about) {
    return new Command.Malformed(Refusal.of(reason, about));
  }

  static Lines targets(TargetsAre reply, Recipient to, Lines lines) {
    boolean hasBatch = to.capabilities().has(Capability.BATCH);
    if (hasBatch) {
      lines.from(to, "BATCH +t draft/chathistory-targets");
    }
    for (TargetsAre.Target target : reply.targets()) {
      String words = "CHATHISTORY TARGETS " + target.name() + " " + EventTags.time(target.time());
      lines.from(hasBatch ? "@batch=t " : "", to, words);
    }
    return hasBatch ? lines.from(to, "BATCH -t") : lines;
  }

  static Lines refused(Reason reason, List<String> about, Recipient to, Lines lines) {
    String code =
        switch (reason) {
          case EXCERPT_LACKS_PARAMETERS -> "NEED_MORE_PARAMS";
          case BAD_EXCERPT -> "INVALID_PARAMS";
          case BAD_EXCERPT_MARK -> "INVALID_MSGREFTYPE";
          case NO_EXCERPT_OF -> "INVALID_TARGET";
          default -> "MESSAGE_ERROR";
        };
    String text =
        switch (reason) {
          case EXCERPT_LACKS_PARAMETERS -> "Missing parameters";
          case BAD_EXCERPT -> "That can't be asked for";
          case BAD_EXCERPT_MARK -> "Messages are referred to by timestamp= and msgid=";
          case NO_EXCERPT_OF -> "There is no history of that which you may read";
          default -> "The history can't be reached right now";
        };
    return lines.fail(to, "CHATHISTORY " + code, about, text);
  }
}
