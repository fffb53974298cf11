package conclave.handler;

import conclave.account.Right;
import conclave.command.Command.Ban;
import conclave.command.Reply;
import conclave.command.ServerBan;
import conclave.command.ServerBan.Kind;
import conclave.command.UserEvent;
import conclave.name.AddressRange;
import conclave.name.Mask;
import conclave.name.Utf8;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.Optional;

/** KLINE and DLINE: an administrator bans people from the server. Whom it covers, it puts out. */
final class BanHandler implements CommandHandler<Ban> {
  private static final int MAX_REASON = 255;

  private final ServerBans bans;
  private final Users users;

  BanHandler(ServerBans bans, Users users) {
    this.bans = bans;
    this.users = users;
  }

  @Override
  public Future<Void> handle(Ban asked, Caller caller) {
    if (!caller.registration().may(Right.CONNECTIONS)) {
      return caller.refuse(Reason.NEEDS_ADMIN);
    }
    // The list is read at terminals too.
    Optional<String> mask =
        mask(asked.kind(), asked.mask())
            .filter(text -> text.chars().noneMatch(Character::isISOControl));
    if (mask.isEmpty()) {
      return caller.refuse(Reason.BAD_SERVER_BAN, Utf8.firstWord(asked.mask()));
    }
    long now = System.currentTimeMillis();
    long expires = asked.lasting().map(time -> now + time.toMillis()).orElse(Long.MAX_VALUE);
    String reason = asked.reason().filter(text -> !text.isEmpty()).orElse("No reason");
    ServerBan ban =
        new ServerBan(
            asked.kind(),
            mask.get(),
            Texts.cut(reason, MAX_REASON),
            caller.source().nick().text(),
            now,
            expires);
    return bans.add(ban).compose(isKept -> kept(isKept, ban, caller));
  }

  private Future<Void> kept(boolean isKept, ServerBan ban, Caller caller) {
    if (!isKept) {
      return caller.refuse(Reason.SERVER_BANS_FULL);
    }
    users.tell(new UserEvent.Banned(caller.source(), ban));
    return caller.answer(new Reply.Note(ban.mask() + " is banned from the server."));
  }

  /** As it is kept; nothing where it covers nobody, or everybody. */
  static Optional<String> mask(Kind kind, String text) {
    if (kind == Kind.ADDRESS) {
      return AddressRange.parse(text).filter(range -> range.bits() > 0).map(AddressRange::toString);
    }
    return Optional.of(Mask.of(text).text()).filter(mask -> !mask.matches("[*?!@.]*"));
  }
}
