package conclave.store;

import conclave.name.AccountName;
import conclave.name.Source;
import conclave.room.ClientTags;
import conclave.room.Event;
import conclave.room.Event.Departed;
import conclave.room.Event.Described;
import conclave.room.Event.Identified;
import conclave.room.Event.Invited;
import conclave.room.Event.Joined;
import conclave.room.Event.Kicked;
import conclave.room.Event.ModesChanged;
import conclave.room.Event.Parted;
import conclave.room.Event.Renamed;
import conclave.room.Event.RoomRenamed;
import conclave.room.Event.Said;
import conclave.room.Event.TakenBack;
import conclave.room.Event.Told;
import conclave.room.Event.TopicChanged;
import conclave.room.ModeChange;
import conclave.room.Role;
import conclave.room.SayKind;
import conclave.room.Stamp;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * An event as programs of others read it: one JSON object. Its fields are documented, and never
 * change their meaning; docs/OPERATIONS.md has them.
 */
final class EventJson implements Event.Visitor<JsonObject> {
  private EventJson() {}

  /** Of an event that could be read. */
  static JsonObject of(Event event) {
    return event.accept(new EventJson());
  }

  /** Of one of which nothing but its place in the log is known. */
  static JsonObject ofNothing(Stamp stamp, String kind) {
    return new JsonObject()
        .put("position", stamp.seq())
        .put("time", Instant.ofEpochMilli(stamp.time()).toString())
        .put("msgid", stamp.msgid())
        .put("kind", kind);
  }

  private static JsonObject begin(Event event, String kind) {
    JsonObject json = ofNothing(event.stamp(), kind);
    json.put("nick", event.by().nick().text());
    json.put("user", event.by().username()).put("host", event.by().host());
    account(json, "account", event.by());
    return event.by().isBot() ? json.put("bot", true) : json;
  }

  private static void account(JsonObject json, String field, Source of) {
    of.account().map(AccountName::text).ifPresent(account -> json.put(field, account));
  }

  private static JsonObject begin(Event.InRoom event, String kind) {
    JsonObject json = begin((Event) event, kind).put("room", event.room().text());
    event.audience().ifPresent(least -> json.put("audience", name(least)));
    return json;
  }

  private static JsonObject text(JsonObject json, String text) {
    return text.isEmpty() ? json : json.put("text", text);
  }

  private static JsonObject message(JsonObject json, String text, ClientTags tags) {
    text(json, text);
    if (!tags.isEmpty()) {
      JsonObject all = new JsonObject();
      tags.all().forEach(all::put);
      json.put("tags", all);
    }
    return json;
  }

  private static String kind(SayKind kind) {
    return switch (kind) {
      case PRIVMSG -> "message";
      case NOTICE -> "notice";
      case TAGMSG -> "tags";
    };
  }

  private static String name(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static JsonArray changes(List<ModeChange> changes) {
    JsonArray all = new JsonArray();
    for (ModeChange change : changes) {
      String argument = change.argument().map(given -> " " + given).orElse("");
      all.add((change.add() ? "+" : "-") + change.mode().letter() + argument);
    }
    return all;
  }

  @Override
  public JsonObject joined(Joined event) {
    JsonObject json = begin(event, "join").put("realname", event.realname());
    if (!event.roles().isEmpty()) {
      json.put("roles", new JsonArray(event.roles().stream().map(EventJson::name).toList()));
    }
    return json;
  }

  @Override
  public JsonObject parted(Parted event) {
    return text(begin(event, "part"), event.reason().orElse(""));
  }

  @Override
  public JsonObject departed(Departed event) {
    return text(begin(event, "quit"), event.reason());
  }

  @Override
  public JsonObject said(Said event) {
    return message(begin(event, kind(event.kind())), event.text(), event.tags());
  }

  @Override
  public JsonObject told(Told event) {
    JsonObject json = begin(event, kind(event.kind())).put("to", event.to().text());
    return message(json, event.text(), event.tags());
  }

  @Override
  public JsonObject topicChanged(TopicChanged event) {
    return begin(event, "topic").put("text", event.text());
  }

  @Override
  public JsonObject modesChanged(ModesChanged event) {
    return begin(event, "mode").put("modes", changes(event.changes()));
  }

  @Override
  public JsonObject kicked(Kicked event) {
    return text(begin(event, "kick").put("target", event.target().text()), event.reason());
  }

  @Override
  public JsonObject invited(Invited event) {
    return begin(event, "invite").put("target", event.target().text());
  }

  @Override
  public JsonObject renamed(Renamed event) {
    return begin(event, "nick").put("to", event.to().text());
  }

  @Override
  public JsonObject identified(Identified event) {
    JsonObject json = begin(event, "identity").put("to", event.to().nick().text());
    json.put("to-user", event.to().username()).put("to-host", event.to().host());
    account(json, "to-account", event.to());
    return json;
  }

  @Override
  public JsonObject described(Described event) {
    return begin(event, "realname").put("realname", event.realname());
  }

  @Override
  public JsonObject takenBack(TakenBack event) {
    return text(begin(event, "redaction").put("of", event.msgid()), event.reason());
  }

  @Override
  public JsonObject roomRenamed(RoomRenamed event) {
    return text(begin(event, "rename").put("to", event.to().text()), event.reason());
  }
}
