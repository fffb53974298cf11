package conclave.gateway;

import static conclave.room.Mothers.LOBBY;
import static conclave.room.Mothers.NOW;
import static conclave.room.Mothers.member;
import static conclave.room.Mothers.user;

import conclave.bus.Delivery;
import conclave.command.Capability;
import conclave.command.User;
import conclave.handler.NoPast;
import conclave.handler.Nowhere;
import conclave.handler.Users;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.Event;
import conclave.room.Event.Said;
import conclave.room.Member;
import conclave.room.Modes;
import conclave.room.Origin;
import conclave.room.RoomView;
import conclave.room.SayKind;
import conclave.room.Stamp;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A room whose members are all connected to one listener, by wires that go nowhere. Of four members
 * one reads all tags, one none, one times alone, and one is a person at a terminal. The loop is the
 * caller's thread, so that nothing but the delivery is measured.
 */
public final class Crowd implements Listener, AutoCloseable {
  private static final String ALL =
      "CAP REQ :"
          + Arrays.stream(Capability.values())
              .filter(one -> one != Capability.STS && one != Capability.SASL)
              .map(Capability::text)
              .collect(Collectors.joining(" "));

  /** The first line of each kind of member. */
  private static final List<String> KINDS = List.of(ALL, "PING x", "CAP REQ :server-time", "/help");

  /** The room, as who comes in is told of it: alone, since many names would be another matter. */
  private static final class Lobby extends Nowhere {
    private List<Member> members = List.of();

    void comes(Member member) {
      members = List.of(member);
    }

    @Override
    public Future<Optional<RoomView>> look(RoomName room) {
      return Future.succeededFuture(
          Optional.of(
              new RoomView(
                  LOBBY, LOG, 0, NOW, Optional.empty(), Modes.INITIAL, List.of(), members)));
    }
  }

  private static final long LOG = 7;

  private final Vertx vertx = Vertx.vertx();
  private final Queue<Handler<Void>> later = new ArrayDeque<>();
  private final Flusher flusher = new Flusher(loop(), () -> 0, new Reserve());
  private final Lobby lobby = new Lobby();
  private final Node node = LiveConnection.nodeOfNobody(new NoPast(), lobby);
  private final LocalRooms rooms = new LocalRooms(node, vertx);
  private final LocalUsers users = new LocalUsers(node, rooms);
  private final Turns turns = new Turns(1);
  private final Swallowing wire = new Swallowing();
  private final Source speaker = user("u0");
  private long seq;

  /** A room of so many. */
  @SuppressWarnings("this-escape") // members come when all else is there
  public Crowd(int members) {
    for (int i = 0; i < members; i++) {
      enter("c" + i, user("u" + i), KINDS.get(i % KINDS.size()));
    }
    turn();
  }

  private Context loop() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (loop, method, given) -> {
              @SuppressWarnings("unchecked")
              Handler<Void> work = (Handler<Void>) given[0];
              later.add(work);
              return null;
            });
  }

  private void turn() {
    for (Handler<Void> work = later.poll(); work != null; work = later.poll()) {
      work.handle(null);
    }
  }

  /**
   * As one whose user is in the room already: a large room would take minutes to fill with JOINs.
   */
  private void enter(String id, Source source, String first) {
    AddressPrefix here = AddressPrefix.of(SocketAddress.inetSocketAddress(1, "::1"));
    Connection connection = new Connection(id, wire, here, this);
    connection.open();
    wire.says(first);
    User user = new User(source, source.nick().text(), 0, false, true, Set.of());
    node.users().claim(user, id);
    node.users().entered(source.nick(), LOBBY);
    lobby.comes(member(source));
    connection.admitted(user, Users.Claim.ATTACHED);
    turn();
  }

  private Stamp next() {
    seq++;
    return new Stamp(LOG, seq, NOW + seq, new Origin("c0", seq));
  }

  private void deliver(Event event) {
    rooms.deliver(new Delivery(List.of(event)));
  }

  /** The first member says something, which is shown to all, written and flushed. */
  public void hear(String text) {
    deliver(new Said(next(), LOBBY, speaker, SayKind.PRIVMSG, text));
    turn();
  }

  /** How many pieces, each with all that one member is told in a turn, were written so far. */
  public long writes() {
    return wire.writes();
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Vertx vertx() {
    return vertx;
  }

  @Override
  public Flusher flusher() {
    return flusher;
  }

  @Override
  public LocalRooms rooms() {
    return rooms;
  }

  @Override
  public LocalUsers users() {
    return users;
  }

  @Override
  public Turns turns() {
    return turns;
  }

  @Override
  public Optional<String> moves(AddressPrefix from, AddressPrefix to) {
    return Optional.empty();
  }

  @Override
  public void forget(Connection forgotten, AddressPrefix prefix) {}

  @Override
  public void close() {
    vertx.close().await();
  }
}
