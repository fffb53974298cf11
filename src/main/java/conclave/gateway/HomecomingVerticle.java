package conclave.gateway;

import conclave.command.User;
import conclave.handler.Residents.Resident;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.Origin;
import conclave.room.RoomCommand.Resume;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Before anybody can connect, those who stay without a connection are in their rooms again. They
 * have not come in for that, and no log says so.
 */
public final class HomecomingVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(HomecomingVerticle.class);

  private final Node node;

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
    Promise<Void> done = Promise.promise();
    next(residents.stream().limit(most).iterator(), done);
    return done.future();
  }

  /** No chain of futures: it would be as deep as there are residents. */
  private void next(Iterator<Resident> residents, Promise<Void> done) {
    if (!residents.hasNext()) {
      done.complete();
      return;
    }
    Resident resident = residents.next();
    settle(resident)
        .onFailure(
            failure -> LOG.warn("{} can't come back: {}", resident.account(), failure.toString()))
        .onComplete(settled -> context.runOnContext(now -> next(residents, done)));
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
        .compose(
            known ->
                node.users().settle(known)
                    ? Future.join(
                            resident.rooms().stream().map(room -> resume(room, source)).toList())
                        .mapEmpty()
                    : Future.succeededFuture());
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
