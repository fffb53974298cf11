package conclave.dialect.irc;

import conclave.command.Command;
import conclave.command.SayId;
import conclave.name.Utf8;
import conclave.room.ClientTags;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the tags of a client's line mean (IRCv3 message-tags). */
final class IrcTags {
  /** Client-only, perhaps of a vendor; all other names are the server's, and not passed on. */
  private static final Pattern CLIENT_ONLY = Pattern.compile("\\+([A-Za-z0-9.-]+/)?[A-Za-z0-9-]+");

  /** Bytes of a label; a longer one is none (IRCv3 labeled-response §Tag value). */
  private static final int MAX_LABEL = 64;

  /** With what the ids of a room's messages begin. */
  private static final String LOG = "conclave/log";

  private IrcTags() {}

  /** The command of a line with what its tags add to it. */
  static Command apply(IrcMessage message, Command command) {
    if (message.tags().isEmpty()) {
      return command;
    }
    Command tagged = tagged(command, message.tags());
    String label = message.tags().getOrDefault("label", "");
    return label.isEmpty() || Utf8.length(label) > MAX_LABEL
        ? tagged
        : new Command.Labelled(label, tagged);
  }

  private static Command tagged(Command command, Map<String, String> tags) {
    if (command instanceof Command.Join join) {
      return new Command.Join(join.rooms(), join.keys(), Optional.ofNullable(tags.get(LOG)));
    }
    return command instanceof Command.Say say ? tagged(say, tags) : command;
  }

  private static Command tagged(Command.Say say, Map<String, String> tags) {
    return new Command.Say(say.targets(), say.kind(), say.text(), clientOnly(tags), id(tags));
  }

  /** The tag that is there for it, or a label that will do. */
  private static Optional<SayId> id(Map<String, String> tags) {
    Optional<SayId> given =
        Optional.ofNullable(tags.get("conclave/id")).map(id -> new SayId(id, false));
    return given.or(
        () ->
            Optional.ofNullable(tags.get("label"))
                .filter(label -> Utf8.length(label) >= SayId.LEAST_LABEL)
                .map(label -> new SayId(label, true))
                .filter(SayId::isValid));
  }

  private static ClientTags clientOnly(Map<String, String> all) {
    Map<String, String> kept = new LinkedHashMap<>();
    all.forEach(
        (key, value) -> {
          if (CLIENT_ONLY.matcher(key).matches()) {
            kept.put(key, value);
          }
        });
    return kept.isEmpty() ? ClientTags.NONE : new ClientTags(kept);
  }

  /** Tags as they are written, each with a semicolon before it. */
  static void write(ClientTags tags, StringBuilder to) {
    tags.all()
        .forEach(
            (key, value) -> {
              to.append(to.isEmpty() ? "" : ";").append(key);
              if (!value.isEmpty()) {
                to.append('=').append(IrcMessage.escape(value));
              }
            });
  }
}
