package conclave.handler;

import conclave.command.Command;
import conclave.command.MetadataAnswer;
import conclave.command.MetadataAnswer.Item;
import conclave.command.MetadataAnswer.Kind;
import conclave.name.CaseFold;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** METADATA: what people and rooms say of themselves (IRCv3 metadata). */
final class MetadataHandler implements CommandHandler<Command.Metadata> {
  private final Metadata metadata;
  private final MetadataChanges changes;

  MetadataHandler(Metadata metadata, MetadataChanges changes) {
    this.metadata = metadata;
    this.changes = changes;
  }

  @Override
  public Future<Void> handle(Command.Metadata asked, Caller caller) {
    String verb = asked.subcommand().toUpperCase(Locale.ROOT);
    return switch (verb) {
      case "SUB", "UNSUB", "SUBS" ->
          isOwn(asked.target(), caller)
              ? subscriptions(verb, asked.parameters(), caller)
              : caller.refuse(Reason.NO_METADATA_TARGET, asked.target());
      case "GET", "LIST", "SET", "CLEAR", "SYNC" ->
          metadata
              .find(asked.target(), caller)
              .compose(
                  target ->
                      target.isPresent()
                          ? about(target.get(), verb, asked.parameters(), caller)
                          : caller.refuse(Reason.NO_METADATA_TARGET, asked.target()));
      default -> caller.refuse(Reason.NO_METADATA_SUBCOMMAND, asked.subcommand());
    };
  }

  private static boolean isOwn(String target, Caller caller) {
    return target.equals("*") || CaseFold.fold(target).equals(caller.source().nick().key());
  }

  private Future<Void> about(
      MetadataTarget target, String verb, List<String> parameters, Caller caller) {
    boolean needsKey = verb.equals("GET") || verb.equals("SET");
    if (needsKey && parameters.isEmpty()) {
      return lacking(caller);
    }
    return switch (verb) {
      case "GET" -> metadata.of(target).compose(values -> get(target, values, parameters, caller));
      case "LIST" -> metadata.of(target).compose(values -> list(target, values, caller));
      case "SYNC" -> sync(target, caller);
      case "CLEAR" -> changes.clear(target, caller);
      default -> {
        Optional<String> value =
            parameters.stream().skip(1).findFirst().filter(text -> !text.isEmpty());
        yield changes.set(target, parameters.get(0), value, caller);
      }
    };
  }

  private static Future<Void> lacking(Caller caller) {
    return caller.refuse(Reason.NEED_MORE_PARAMETERS, "METADATA");
  }

  private static Future<Void> get(
      MetadataTarget target, Map<String, String> values, List<String> keys, Caller caller) {
    List<Item> items =
        keys.stream()
            .map(
                key ->
                    new Item(
                        target.shown(),
                        key,
                        Optional.ofNullable(values.get(key)),
                        Metadata.isKey(key)))
            .toList();
    return caller.answer(new MetadataAnswer(Kind.VALUES, target.shown(), items));
  }

  private static Future<Void> list(
      MetadataTarget target, Map<String, String> values, Caller caller) {
    Map<String, String> sorted = new TreeMap<>(values);
    return caller.answer(
        new MetadataAnswer(
            Kind.VALUES, target.shown(), Metadata.items(target.shown(), sorted, sorted.keySet())));
  }

  private Future<Void> sync(MetadataTarget target, Caller caller) {
    List<String> keys = caller.registration().subscriptions().all();
    if (target.room().isPresent()) {
      return metadata
          .nextOf(target.room().get(), keys, caller)
          .compose(page -> tell(page, target.shown(), caller));
    }
    return metadata
        .of(target)
        .map(values -> Metadata.items(target.shown(), values, keys))
        .compose(items -> caller.answer(Metadata.synced(target.shown(), items)));
  }

  /** Behind what is not all, that there is more to ask for. */
  private static Future<Void> tell(MetadataPages.Page page, String target, Caller caller) {
    caller.reply(new MetadataAnswer(Kind.SYNCED, target, page.items()));
    return page.last().isEmpty()
        ? Future.succeededFuture()
        : caller.answer(new MetadataAnswer(Kind.LATER, target, List.of()));
  }

  private Future<Void> subscriptions(String verb, List<String> keys, Caller caller) {
    if (!Subscriptions.isTold(caller.registration().capabilities())) {
      return caller.refuse(Reason.NO_METADATA_SUBCOMMAND, verb);
    }
    Subscriptions own = caller.registration().subscriptions();
    if (verb.equals("SUBS")) {
      return tell(Kind.SUBSCRIPTIONS, own.all(), caller);
    }
    if (keys.isEmpty()) {
      return lacking(caller);
    }
    List<String> good = keys.stream().filter(Metadata::isKey).distinct().toList();
    keys.stream()
        .filter(key -> !Metadata.isKey(key))
        .forEach(key -> caller.refuse(Reason.BAD_METADATA_KEY, key));
    if (verb.equals("SUB")) {
      return subscribe(good, own, caller);
    }
    good.forEach(own::remove);
    return tell(Kind.UNSUBSCRIBED, good, caller);
  }

  /** In their order, up to the first that does not fit. */
  private Future<Void> subscribe(List<String> keys, Subscriptions own, Caller caller) {
    List<String> before = own.all();
    List<String> done = new ArrayList<>();
    for (String key : keys) {
      if (!own.add(key)) {
        caller.refuse(Reason.METADATA_SUBSCRIPTIONS_FULL, key);
        break;
      }
      done.add(key);
    }
    tell(Kind.SUBSCRIBED, done, caller);
    List<String> added = done.stream().filter(key -> !before.contains(key)).toList();
    return added.isEmpty()
        ? Future.succeededFuture()
        : metadata
            .inRooms(caller.rooms(), added, caller)
            .compose(
                found -> found.isEmpty() ? Future.succeededFuture() : tellAdded(found, caller));
  }

  /** Where it is too much, each of the rooms can be asked for. */
  private static Future<Void> tellAdded(List<Item> found, Caller caller) {
    MetadataAnswer all = Metadata.synced("*", found);
    if (all.kind() == Kind.SYNCED) {
      return caller.answer(all);
    }
    caller
        .rooms()
        .forEach(room -> caller.reply(new MetadataAnswer(Kind.LATER, room.text(), List.of())));
    return Future.succeededFuture();
  }

  private static Future<Void> tell(Kind kind, List<String> keys, Caller caller) {
    List<Item> items = keys.stream().map(key -> Item.of("*", key, Optional.empty())).toList();
    return caller.answer(new MetadataAnswer(kind, "*", items));
  }
}
