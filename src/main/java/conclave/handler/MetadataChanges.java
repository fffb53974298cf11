package conclave.handler;

import conclave.command.MetadataAnswer;
import conclave.command.MetadataAnswer.Item;
import conclave.command.MetadataAnswer.Kind;
import conclave.command.UserEvent.Annotated;
import conclave.handler.MetadataStore.Outcome;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.name.Utf8;
import conclave.room.Member;
import conclave.room.Reason;
import conclave.room.Role;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Changes what people and rooms say of themselves. Everybody may change the own, operators of a
 * room the room's; so often, and no more. What an account or a room says is stored before anybody
 * is told; what a guest says lasts as long as the guest is here.
 */
final class MetadataChanges {
  private final MetadataStore store;
  private final Metadata metadata;
  private final Users users;

  MetadataChanges(MetadataStore store, Metadata metadata, Users users) {
    this.store = store;
    this.metadata = metadata;
    this.users = users;
  }

  Future<Void> set(MetadataTarget target, String key, Optional<String> value, Caller caller) {
    if (!Metadata.isKey(key)) {
      return caller.refuse(Reason.BAD_METADATA_KEY, key);
    }
    if (value.filter(text -> Utf8.length(text) > Metadata.MAX_VALUE).isPresent()) {
      return caller.refuse(Reason.BAD_METADATA_VALUE);
    }
    if (isRefused(target, key, caller)) {
      return Future.succeededFuture();
    }
    return audience(target)
        .compose(rooms -> put(target, key, value, rooms, caller))
        .compose(outcome -> answer(outcome, target, key, value, caller));
  }

  private static boolean isRefused(MetadataTarget target, String key, Caller caller) {
    if (!mayChange(target, caller)) {
      caller.refuse(Reason.METADATA_FORBIDDEN, target.shown(), key);
      return true;
    }
    long seconds = caller.registration().subscriptions().secondsToWait(System.nanoTime());
    if (seconds > 0) {
      caller.refuse(Reason.METADATA_TOO_OFTEN, target.shown(), key, Long.toString(seconds));
    }
    return seconds > 0;
  }

  private static boolean mayChange(MetadataTarget target, Caller caller) {
    Nick self = caller.source().nick();
    if (target.user().isPresent()) {
      return target.user().get().source().nick().key().equals(self.key());
    }
    Optional<Member> member = target.room().orElseThrow().member(self);
    return caller.registration().isServerOperator()
        || member.filter(one -> one.isAtLeast(Role.OPERATOR)).isPresent();
  }

  private Future<Set<RoomName>> audience(MetadataTarget target) {
    return target
        .room()
        .map(room -> Future.succeededFuture(Set.of(room.name())))
        .orElseGet(() -> metadata.seenIn(target.user().orElseThrow()));
  }

  private Future<Outcome> put(
      MetadataTarget target,
      String key,
      Optional<String> value,
      Set<RoomName> rooms,
      Caller caller) {
    Annotated news = target.changed(caller.source(), caller.connection(), rooms, key, value);
    Runnable tell = () -> tell(target, news);
    if (target.key().isPresent()) {
      return store.put(
          target.key().get(),
          key,
          value,
          outcome -> {
            if (outcome == Outcome.DONE) {
              tell.run();
            }
          });
    }
    Outcome outcome = ofGuest(target, key, value);
    if (outcome == Outcome.DONE) {
      tell.run();
    }
    return Future.succeededFuture(outcome);
  }

  private static Outcome ofGuest(MetadataTarget target, String key, Optional<String> value) {
    Set<String> keys = target.user().orElseThrow().metadata().keySet();
    if (value.isEmpty()) {
      return keys.contains(key) ? Outcome.DONE : Outcome.NOT_SET;
    }
    boolean fits = keys.contains(key) || keys.size() < MetadataStore.MAX;
    return fits ? Outcome.DONE : Outcome.FULL;
  }

  private void tell(MetadataTarget target, Annotated news) {
    target.user().ifPresent(u -> users.annotate(u.source().nick(), news.key(), news.value()));
    users.tell(news);
  }

  private static Future<Void> answer(
      Outcome outcome, MetadataTarget target, String key, Optional<String> value, Caller caller) {
    return switch (outcome) {
      case NOT_SET -> caller.refuse(Reason.METADATA_NOT_SET, target.shown(), key);
      case FULL -> caller.refuse(Reason.METADATA_FULL, target.shown());
      case DONE ->
          caller.answer(
              new MetadataAnswer(
                  Kind.VALUE, target.shown(), List.of(Item.of(target.shown(), key, value))));
    };
  }

  Future<Void> clear(MetadataTarget target, Caller caller) {
    if (isRefused(target, "*", caller)) {
      return Future.succeededFuture();
    }
    return audience(target)
        .compose(rooms -> clear(target, rooms, caller))
        .compose(keys -> cleared(target, keys, caller));
  }

  private Future<List<String>> clear(MetadataTarget target, Set<RoomName> rooms, Caller caller) {
    Source by = caller.source();
    Consumer<List<String>> tell =
        keys ->
            keys.stream()
                .map(k -> target.changed(by, caller.connection(), rooms, k, Optional.empty()))
                .forEach(news -> tell(target, news));
    if (target.key().isPresent()) {
      return store.clear(target.key().get(), tell);
    }
    List<String> keys = target.user().orElseThrow().metadata().keySet().stream().sorted().toList();
    tell.accept(keys);
    return Future.succeededFuture(keys);
  }

  private static Future<Void> cleared(MetadataTarget target, List<String> keys, Caller caller) {
    List<Item> items =
        keys.stream().map(key -> Item.of(target.shown(), key, Optional.empty())).toList();
    return caller.answer(new MetadataAnswer(Kind.VALUES, target.shown(), items));
  }
}
