package conclave.dialect.irc;

import static conclave.dialect.irc.IrcVerb.rest;

import conclave.command.Capability;
import conclave.command.Command;
import conclave.command.MetadataAnswer;
import conclave.command.MetadataAnswer.Item;
import conclave.dialect.Dialect.Recipient;
import conclave.name.Utf8;
import conclave.room.Reason;
import java.util.List;

/** What people and rooms say of themselves (IRCv3 metadata). */
final class IrcMetadata {
  static final IrcVerb ROW =
      IrcVerb.of(
          "METADATA",
          "<target>|* GET|SUB|UNSUB <key>{ <key>} | LIST|SUBS|SYNC|CLEAR | SET <key> [:<value>]",
          "shows and changes facts about you or a channel, such as an avatar",
          2,
          p -> new Command.Metadata(p.get(0), p.get(1), rest(p, 2)));

  private final Recipient to;
  private final Lines lines;
  private final boolean hasBatch;

  IrcMetadata(Recipient to, Lines lines) {
    this.to = to;
    this.lines = lines;
    this.hasBatch = to.capabilities().has(Capability.BATCH);
  }

  Lines render(MetadataAnswer reply) {
    List<String> keys = reply.items().stream().map(Item::key).toList();
    return switch (reply.kind()) {
      case VALUE -> value(reply.items().get(0), "");
      case VALUES -> values(reply);
      case SYNCED -> synced(reply);
      case SUBSCRIBED -> each(Numeric.RPL_METADATASUBOK, keys);
      case UNSUBSCRIBED -> each(Numeric.RPL_METADATAUNSUBOK, keys);
      case SUBSCRIPTIONS -> subscriptions(keys);
      case LATER ->
          lines.numeric(to, Numeric.RPL_METADATASYNCLATER, List.of(reply.target(), "1"), "");
    };
  }

  /** Their reference need only be unique among this client's open batches, and they are closed. */
  private String open(String type) {
    if (hasBatch) {
      lines.from(to, "BATCH +meta " + type);
    }
    return hasBatch ? "@batch=meta " : "";
  }

  private Lines close() {
    return hasBatch ? lines.from(to, "BATCH -meta") : lines;
  }

  private Lines values(MetadataAnswer reply) {
    String tag = open("metadata " + reply.target());
    reply.items().forEach(item -> value(item, tag));
    return close();
  }

  private Lines value(Item item, String tag) {
    if (!item.isKey()) {
      String key = Utf8.firstWord(item.key());
      return lines.from(tag, to, "FAIL METADATA KEY_INVALID " + key + " :Invalid key");
    }
    String words = " " + to.nick() + " " + item.target() + " " + item.key();
    return item.value().isPresent()
        ? lines.from(tag, to, Numeric.RPL_KEYVALUE.code() + words + " * :" + item.value().get())
        : lines.from(tag, to, Numeric.RPL_KEYNOTSET.code() + words + " :key not set");
  }

  private Lines synced(MetadataAnswer reply) {
    String tag = open("metadata " + reply.target());
    reply.items().forEach(item -> lines.from(tag, to, told(item)));
    return close();
  }

  /** How a change is told; one without a value is none. */
  static String told(Item item) {
    return "METADATA " + item.target() + " " + item.key() + " * :" + item.value().orElse("");
  }

  private Lines subscriptions(List<String> keys) {
    String tag = open("metadata-subs");
    keys.forEach(key -> lines.from(tag, to, numeric(Numeric.RPL_METADATASUBS, key)));
    return close();
  }

  /**
   * One key a numeric: clients differ in whether they look for several in one parameter or in many.
   */
  private Lines each(Numeric numeric, List<String> keys) {
    keys.forEach(key -> lines.from(to, numeric(numeric, key)));
    return lines;
  }

  private String numeric(Numeric numeric, String key) {
    return numeric.code() + " " + to.nick() + " :" + key;
  }

  static Lines refused(Reason reason, List<String> about, Recipient to, Lines lines) {
    String code =
        switch (reason) {
          case NO_METADATA_TARGET -> "INVALID_TARGET";
          case BAD_METADATA_KEY -> "KEY_INVALID";
          case BAD_METADATA_VALUE -> "VALUE_INVALID";
          case NO_METADATA_SUBCOMMAND -> "SUBCOMMAND_INVALID";
          case METADATA_FORBIDDEN -> "KEY_NO_PERMISSION";
          case METADATA_NOT_SET -> "KEY_NOT_SET";
          case METADATA_FULL -> "LIMIT_REACHED";
          case METADATA_SUBSCRIPTIONS_FULL -> "TOO_MANY_SUBS";
          default -> "RATE_LIMITED";
        };
    return lines.fail(to, "METADATA " + code, about, sentence(reason));
  }

  private static String sentence(Reason reason) {
    return switch (reason) {
      case NO_METADATA_TARGET -> "Nobody says anything under that name";
      case BAD_METADATA_KEY -> "A key has 1 to 32 of a-z 0-9 _ . / -";
      case BAD_METADATA_VALUE -> "That value is too long";
      case NO_METADATA_SUBCOMMAND ->
          "There is no such subcommand, or it needs draft/metadata-2 and batch";
      case METADATA_FORBIDDEN -> "You may not change that";
      case METADATA_NOT_SET -> "There is no such key";
      case METADATA_FULL -> "There are as many keys as there may be";
      case METADATA_SUBSCRIPTIONS_FULL -> "You have as many subscriptions as you may";
      default -> "Not so often, please";
    };
  }
}
