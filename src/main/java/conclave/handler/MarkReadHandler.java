package conclave.handler;

import conclave.command.Command.MarkRead;
import conclave.command.ReadUpTo;
import conclave.command.UserEvent;
import conclave.name.AccountName;
import conclave.name.CaseFold;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * MARKREAD: how far the caller has read; it only ever becomes more (IRCv3 read-marker). Nobody else
 * is told.
 */
final class MarkReadHandler implements CommandHandler<MarkRead> {
  private final ReadMarkers markers;
  private final Users users;

  MarkReadHandler(ReadMarkers markers, Users users) {
    this.markers = markers;
    this.users = users;
  }

  @Override
  public Future<Void> handle(MarkRead mark, Caller caller) {
    String target = mark.target();
    if (RoomName.parse(target).isEmpty() && Nick.parse(target).isEmpty()) {
      return caller.refuse(Reason.BAD_MARK, target);
    }
    Optional<AccountName> account = caller.source().account();
    if (account.isEmpty()) {
      return mark.time().isPresent()
          ? caller.refuse(Reason.MARKS_NEED_ACCOUNT, target)
          : caller.answer(new ReadUpTo(target, 0));
    }
    Future<Void> done =
        mark.time().isPresent()
            ? set(account.get(), target, mark.time().get(), caller)
            : tell(account.get(), target, caller);
    return done.recover(away -> caller.refuse(Reason.MARKS_UNAVAILABLE, target));
  }

  private Future<Void> tell(AccountName account, String target, Caller caller) {
    return markers
        .of(account, CaseFold.fold(target))
        .compose(time -> caller.answer(new ReadUpTo(target, time)));
  }

  /** What is read can't be later than now. */
  private Future<Void> set(AccountName account, String target, long time, Caller caller) {
    long known = Math.min(time, System.currentTimeMillis());
    Source by = caller.source();
    return markers
        .advance(
            account,
            CaseFold.fold(target),
            known,
            reached -> tellOthers(by, caller.connection(), known, new ReadUpTo(target, reached)))
        .compose(reached -> caller.answer(new ReadUpTo(target, reached)));
  }

  private void tellOthers(Source by, String connection, long wanted, ReadUpTo now) {
    if (now.time() == wanted) {
      users.tell(new UserEvent.HasRead(by, connection, now));
    }
  }
}
