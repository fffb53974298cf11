package conclave.handler;

import conclave.account.Right;
import conclave.command.Command.Unban;
import conclave.command.Reply;
import conclave.name.Utf8;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.Optional;

/** UNKLINE and UNDLINE: an administrator lets people come back. */
final class UnbanHandler implements CommandHandler<Unban> {
  private final ServerBans bans;

  UnbanHandler(ServerBans bans) {
    this.bans = bans;
  }

  @Override
  public Future<Void> handle(Unban asked, Caller caller) {
    if (!caller.registration().may(Right.CONNECTIONS)) {
      return caller.refuse(Reason.NEEDS_ADMIN);
    }
    Optional<String> mask = BanHandler.mask(asked.kind(), asked.mask());
    return mask.map(known -> bans.remove(asked.kind(), known))
        .orElse(Future.succeededFuture(false))
        .compose(
            isGone ->
                isGone
                    ? caller.answer(
                        new Reply.Note(mask.orElseThrow() + " may come to the server again."))
                    : caller.refuse(Reason.NO_SUCH_SERVER_BAN, Utf8.firstWord(asked.mask())));
  }
}
