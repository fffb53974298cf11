package conclave.dialect.irc;

import conclave.command.Capabilities;
import conclave.command.Capability;
import conclave.name.Source;
import conclave.room.ClientTags;
import conclave.room.Event;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The tags that one kind of client gets with events. */
final class EventTags {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Capabilities capabilities;
  private final String first;

  /**
   * The tags for clients with these capabilities.
   *
   * @param first a tag that comes before the event's own, or empty
   */
  EventTags(Capabilities capabilities, String first) {
    this.capabilities = capabilities;
    this.first = first;
  }

  /** As in the server-time tag. */
  static String time(long millis) {
    return TIME.format(Instant.ofEpochMilli(millis));
  }

  /**
   * The tags of an event's first line, with {@code @} and a space; empty for none. The server's own
   * come before the sender's (IRCv3 message-tags §Client-only tags).
   */
  String of(Event event, ClientTags given) {
    StringBuilder tags = beginFirst(event);
    if (capabilities.has(Capability.MESSAGE_TAGS)) {
      append(tags, "msgid=" + event.stamp().msgid());
      IrcTags.write(given, tags);
    }
    return end(tags);
  }

  private StringBuilder beginFirst(Event event) {
    StringBuilder tags = begin(event);
    if (capabilities.has(Capability.SEQUENCE) && event.stamp().isKept()) {
      append(tags, Capability.SEQUENCE.text() + "=" + event.stamp().seq());
    }
    return tags;
  }

  /** The tags of its other lines: an id belongs to one line alone (IRCv3 message-ids). */
  String ofMore(Event event) {
    return end(begin(event));
  }

  /** The tags of what no log has, which happened at this time. */
  String of(long time, Source by) {
    return end(begin(time, by));
  }

  /** The tags of what closes something that the event has opened. */
  String ofEnd() {
    return end(new StringBuilder(first));
  }

  private StringBuilder begin(Event event) {
    return begin(event.stamp().time(), event.by());
  }

  private StringBuilder begin(long time, Source by) {
    StringBuilder tags = new StringBuilder(first);
    if (capabilities.has(Capability.SERVER_TIME)) {
      append(tags, "time=" + time(time));
    }
    if (capabilities.has(Capability.ACCOUNT_TAG)) {
      by.account()
          .ifPresent(account -> append(tags, "account=" + IrcMessage.escape(account.text())));
    }
    if (by.isBot() && capabilities.has(Capability.MESSAGE_TAGS)) {
      append(tags, "bot");
    }
    return tags;
  }

  private static String end(StringBuilder tags) {
    return tags.isEmpty() ? "" : "@" + tags + " ";
  }

  private static void append(StringBuilder tags, String tag) {
    tags.append(tags.isEmpty() ? "" : ";").append(tag);
  }
}
