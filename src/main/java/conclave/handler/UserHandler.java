package conclave.handler;

import conclave.command.Command.SetUser;
import conclave.room.Reason;
import io.vertx.core.Future;

/** USER: user name and real name (Modern IRC §USER). */
final class UserHandler implements CommandHandler<SetUser> {
  /** Characters of a real name (005 NAMELEN). */
  static final int MAX_REALNAME = 150;

  private final Admission admission;

  UserHandler(Admission admission) {
    this.admission = admission;
  }

  @Override
  public Future<Void> handle(SetUser set, Caller caller) {
    if (caller.phase() == Caller.Phase.READY || caller.registration().username().isPresent()) {
      return caller.refuse(Reason.ALREADY_REGISTERED);
    }
    String realname = set.realname();
    caller
        .registration()
        .user(
            set.username(),
            realname.codePointCount(0, realname.length()) > MAX_REALNAME
                ? cut(realname)
                : realname);
    return admission.admit(caller);
  }

  private static String cut(String realname) {
    return realname.substring(0, realname.offsetByCodePoints(0, MAX_REALNAME));
  }
}
