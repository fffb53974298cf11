package conclave.gateway;

import conclave.command.User;
import conclave.handler.Bookmarks.Seat;
import conclave.handler.Residents.Resident;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.Origin;
import conclave.room.RoomCommand.Resume;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Before anybody can connect, those who stay without a connection are in their rooms again, unless
 * that takes too long. They have not come in for that, and no log says so.
 */
public final class HomecomingVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(HomecomingVerticle.class);

  /** How long those who connect wait for it. */
  private static final long LONGEST_MILLIS = 30_000;

  private final Node node;
  private Optional<Homecoming> homecoming = Optional.empty();

  public HomecomingVerticle(Node node) {
    this.node = node;
  }

  @Override
  public Future<?> start() {
    return node.handlers().residency().all().compose(this::settle);
  }

  private Future<Void> settle(List<Resident> residents) {
    int most = node.config().limits().connections();
    if (residents.size() > most) {
      LOG.warn(
          "{} stay without a connection, of whom limits.connections lets {}",
          residents.size(),
          most);
    }
    Homecoming all =
        new Homecoming(
            context, residents.stream().limit(most).toList(), this::settle, this::askStore);
    homecoming = Optional.of(all);
    return inTime(all.begin());
  }

  /** Done with it, or when it takes too long: it goes on then, and others can connect. */
  private Future<Void> inTime(Future<Void> all) {
    Promise<Void> promise = Promise.promise();
    long timer =
        vertx.setTimer(
            LONGEST_MILLIS,
            id -> {
              LOG.warn(
                  "not all who stay are back in their rooms; they follow while others connect");
              promise.tryComplete();
            });
    all.onComplete(
        done -> {
          vertx.cancelTimer(timer);
          promise.tryComplete();
        });
    return promise.future();
  }

  private Future<?> askStore() {
    return node.bookmarks().of(new Seat("", 0));
  }

  @Override
  public Future<?> stop() {
    homecoming.ifPresent(Homecoming::stop);
    return Future.succeededFuture();
  }

  private Future<Void> settle(Resident resident) {
    String name = resident.account().text();
    Source source =
        new Source(
            resident.nick(), resident.username(), "user/" + name, Optional.of(resident.account()));
    User user = new User(source, name, System.currentTimeMillis(), false, true, Set.of());
    return node.handlers()
        .metadata()
        .known(user)
        .compose(known -> node.users().settle(known))
        .compose(
            isSettled ->
                isSettled
                    ? resume(resident, source)
                    : here(resident)
                        .map(other -> resume(resident, other.source()))
                        .orElse(Future.succeededFuture()));
  }

  /** The same user, where it has connected before its turn came, or a room of it was away. */
  private Optional<User> here(Resident resident) {
    return node.users()
        .find(resident.nick())
        .filter(user -> user.source().account().equals(Optional.of(resident.account())));
  }

  private Future<Void> resume(Resident resident, Source source) {
    return Future.join(resident.rooms().stream().map(room -> resume(room, source)).toList())
        .mapEmpty();
  }

  private Future<Void> resume(String room, Source source) {
    Nick nick = source.nick();
    String realname = source.account().orElseThrow().text();
    return node.rooms()
        .submit(room, new Resume(source, realname), Origin.SERVER)
        .compose(refusals -> node.rooms().look(new RoomName(room)))
        .onSuccess(
            view ->
                view.filter(there -> there.member(nick).isPresent())
                    .ifPresent(there -> node.users().entered(nick, there.name())))
        .mapEmpty();
  }
}
