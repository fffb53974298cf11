package conclave.handler;

import conclave.command.MetadataAnswer;
import conclave.command.MetadataAnswer.Item;
import conclave.command.MetadataAnswer.Kind;
import conclave.command.User;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.room.Member;
import conclave.room.Mode;
import conclave.room.RoomView;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds what people and rooms say of themselves, as far as a caller may know of them. */
public final class Metadata {
  /** Bytes of a value, so that it fits into a line with all that stands before it. */
  static final int MAX_VALUE = 250;

  /** So many values are sent at once. */
  static final int MAX_AT_ONCE = 1_000;

  private static final Pattern KEY = Pattern.compile("[a-z0-9_./-]{1,32}");

  private final MetadataStore store;
  private final Rooms rooms;
  private final Users users;

  Metadata(MetadataStore store, Rooms rooms, Users users) {
    this.store = store;
    this.rooms = rooms;
    this.users = users;
  }

  static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }

  /** The target of that name; nothing where the caller may not know of it. */
  Future<Optional<MetadataTarget>> find(String name, Caller caller) {
    Nick self = caller.source().nick();
    if (name.startsWith("#")) {
      return RoomName.parse(name)
          .map(rooms::look)
          .orElse(Future.succeededFuture(Optional.empty()))
          .map(view -> view.filter(room -> room.isVisibleTo(self)).map(MetadataTarget::of));
    }
    Optional<Nick> nick = name.equals("*") ? Optional.of(self) : Nick.parse(name);
    return Future.succeededFuture(nick.flatMap(users::find).map(MetadataTarget::of));
  }

  /** All that a target says, by key. */
  Future<Map<String, String>> of(MetadataTarget target) {
    return target
        .user()
        .map(user -> Future.<Map<String, String>>succeededFuture(new TreeMap<>(user.metadata())))
        .orElseGet(() -> store.of(target.key().orElseThrow()));
  }

  /** The same user, who comes in, with what its account says already. */
  public Future<User> known(User user) {
    return user.source()
        .account()
        .map(account -> store.of(account.key()).map(user::withMetadata).otherwise(user))
        .orElse(Future.succeededFuture(user));
  }

  /** A guest who has logged in says what the account says, and no longer what the guest said. */
  Future<Void> adopt(Caller caller) {
    User user = users.find(caller.source().nick()).orElseThrow();
    Set<String> keys = new TreeSet<>(user.metadata().keySet());
    MetadataTarget self = MetadataTarget.of(user);
    return known(user)
        .compose(
            known ->
                seenIn(user)
                    .map(
                        seen -> {
                          keys.addAll(known.metadata().keySet());
                          keys.forEach(key -> tell(self, seen, key, known, caller));
                          return null;
                        }));
  }

  private void tell(
      MetadataTarget self, Set<RoomName> seen, String key, User known, Caller caller) {
    Optional<String> value = Optional.ofNullable(known.metadata().get(key));
    users.annotate(known.source().nick(), key, value);
    users.tell(self.changed(caller.source(), "", seen, key, value));
  }

  /** What the caller says, where its client can be told (IRCv3 metadata §Notifications). */
  void tellOwn(Caller caller) {
    if (Subscriptions.isTold(caller.registration().capabilities())) {
      users.find(caller.source().nick()).ifPresent(known -> caller.reply(own(known)));
    }
  }

  /** All that a user who has come in says. */
  private static MetadataAnswer own(User user) {
    String nick = user.source().nick().text();
    Map<String, String> values = new TreeMap<>(user.metadata());
    return new MetadataAnswer(Kind.SYNCED, nick, items(nick, values, values.keySet()));
  }

  /** Those of a user's rooms in which the others may know of it. */
  Future<Set<RoomName>> seenIn(User user) {
    List<Future<Optional<RoomView>>> looks = user.rooms().stream().map(rooms::look).toList();
    return Future.join(looks)
        .map(
            all ->
                looks.stream()
                    .flatMap(look -> look.result().stream())
                    .filter(room -> isSeen(user, room))
                    .map(RoomView::name)
                    .collect(Collectors.toSet()));
  }

  private static boolean isSeen(User user, RoomView room) {
    return !room.modes().has(Mode.AUDITORIUM) || room.rank(user.source().nick()).isPresent();
  }

  /** What rooms and all in them say under these keys, as far as the caller may know it. */
  public Future<List<Item>> inRooms(
      Collection<RoomName> some, Collection<String> keys, Caller caller) {
    Nick self = caller.source().nick();
    Found found = new Found();
    Future<Void> done = Future.succeededFuture();
    for (RoomName room : some) {
      done =
          done.compose(before -> rooms.look(room))
              .map(view -> view.filter(v -> v.isVisibleTo(self)).map(v -> v.seenBy(self)))
              .compose(
                  view -> view.map(v -> inRoom(v, keys, found)).orElse(Future.succeededFuture()));
    }
    return done.map(
        all -> {
          if (found.isTooMuch()) {
            caller.registration().subscriptions().syncedUpTo(Optional.empty());
          }
          return found.items();
        });
  }

  /**
   * What a room and those in it say: as much as is sent at once, and where that is not all, the
   * next time what follows.
   */
  Future<MetadataPages.Page> nextOf(RoomView room, Collection<String> keys, Caller caller) {
    Subscriptions own = caller.registration().subscriptions();
    String from = own.syncedUpTo(room.name().key()).orElse(MetadataPages.START);
    boolean isFirst = from.equals(MetadataPages.START);
    Future<List<Item>> ofRoom =
        isFirst
            ? store.of(room.name().key()).map(all -> items(room.name().text(), all, keys))
            : Future.succeededFuture(List.of());
    RoomView seen = new Sight(users, caller).seen(room);
    return ofRoom.map(
        first -> {
          MetadataPages pages = new MetadataPages(users::find, keys, MAX_AT_ONCE);
          MetadataPages.Page page = pages.after(from, seen);
          own.syncedUpTo(page.last().map(nick -> Map.entry(room.name().key(), nick)));
          List<Item> items = new ArrayList<>(first);
          items.addAll(page.items());
          return new MetadataPages.Page(items, page.last());
        });
  }

  /** By target, since several rooms may have the same members; little more than may be sent. */
  private static final class Found {
    private final Map<String, List<Item>> byTarget = new LinkedHashMap<>();
    private int count;

    void put(String target, List<Item> items) {
      List<Item> before = byTarget.put(target, items);
      count += items.size() - (before == null ? 0 : before.size());
    }

    boolean isTooMuch() {
      return count > MAX_AT_ONCE;
    }

    List<Item> items() {
      return byTarget.values().stream().flatMap(List::stream).toList();
    }
  }

  private Future<Void> inRoom(RoomView room, Collection<String> keys, Found found) {
    String name = room.name().key();
    return store
        .of(name)
        .onSuccess(values -> found.put(name, items(room.name().text(), values, keys)))
        .onSuccess(
            values ->
                room.members().stream()
                    .takeWhile(member -> !found.isTooMuch())
                    .forEach(member -> of(member, keys, found)))
        .mapEmpty();
  }

  private void of(Member member, Collection<String> keys, Found found) {
    Nick nick = member.source().nick();
    users
        .find(nick)
        .filter(user -> !user.metadata().isEmpty())
        .ifPresent(user -> found.put(nick.key(), items(nick.text(), user.metadata(), keys)));
  }

  /** What a target says under some keys. */
  public static List<Item> items(
      String target, Map<String, String> values, Collection<String> keys) {
    return keys.stream()
        .filter(values::containsKey)
        .map(key -> Item.of(target, key, Optional.ofNullable(values.get(key))))
        .toList();
  }

  /** What a user says that a connection wants to know; nothing where that is nothing. */
  public static Optional<MetadataAnswer> newsOf(User user, Registration of) {
    String nick = user.source().nick().text();
    List<Item> wanted =
        Subscriptions.isTold(of.capabilities())
            ? items(nick, user.metadata(), of.subscriptions().all())
            : List.of();
    return wanted.isEmpty() ? Optional.empty() : Optional.of(synced(nick, wanted));
  }

  /** All that was found, or that it is too much. */
  public static MetadataAnswer synced(String target, List<Item> found) {
    return found.size() > MAX_AT_ONCE
        ? new MetadataAnswer(Kind.LATER, target, List.of())
        : new MetadataAnswer(Kind.SYNCED, target, found);
  }
}
