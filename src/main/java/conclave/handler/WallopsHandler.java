package conclave.handler;

import conclave.command.Command.Wallops;
import conclave.command.UserEvent;
import conclave.room.Reason;
import io.vertx.core.Future;

/** WALLOPS: to all who have mode w (Modern IRC §WALLOPS). */
final class WallopsHandler implements CommandHandler<Wallops> {
  private final Users users;

  WallopsHandler(Users users) {
    this.users = users;
  }

  @Override
  public Future<Void> handle(Wallops said, Caller caller) {
    if (!caller.registration().isServerOperator()) {
      return caller.refuse(Reason.NEEDS_ADMIN);
    }
    users.tell(new UserEvent.Wallops(caller.source(), said.text(), System.currentTimeMillis()));
    return Future.succeededFuture();
  }
}
