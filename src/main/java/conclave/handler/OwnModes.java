package conclave.handler;

import conclave.command.Command.Mode;
import conclave.command.Command.SetOwnModes;
import conclave.command.Reply;
import conclave.command.User;
import conclave.command.UserAnswer;
import conclave.command.UserEvent;
import conclave.command.UserMode;
import conclave.name.CaseFold;
import conclave.name.Nick;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.Optional;

/** MODE of a user: everybody's own, to ask or to change (Modern IRC §User Modes). */
final class OwnModes implements CommandHandler<SetOwnModes> {
  private final Users users;

  OwnModes(Users users) {
    this.users = users;
  }

  @Override
  public Future<Void> handle(SetOwnModes set, Caller caller) {
    return change(caller.source().nick(), set.letters(), caller);
  }

  Future<Void> handle(Mode mode, Caller caller) {
    Nick nick = caller.source().nick();
    if (!CaseFold.fold(mode.target()).equals(nick.key())) {
      boolean isHere = Nick.parse(mode.target()).flatMap(users::find).isPresent();
      return isHere
          ? caller.refuse(Reason.OTHER_USERS_MODES)
          : caller.refuse(Reason.NO_SUCH_NICK, mode.target());
    }
    if (mode.letters().isPresent()) {
      return change(nick, mode.letters().get(), caller);
    }
    String letters = users.find(nick).map(User::modeLetters).orElse("+");
    return caller.answer(new Reply.OfUsers(new UserAnswer.ModesAre(letters)));
  }

  private Future<Void> change(Nick nick, String letters, Caller caller) {
    StringBuilder changed = new StringBuilder();
    char sign = '+';
    boolean isUnknown = false;
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      if (letter == '+' || letter == '-') {
        sign = letter;
      } else {
        Optional<UserMode> mode = UserMode.of(letter);
        isUnknown |= mode.isEmpty();
        boolean isOn = sign == '+';
        if (mode.filter(one -> change(nick, one, isOn)).isPresent()) {
          append(changed, sign, letter);
        }
      }
    }
    if (!changed.isEmpty()) {
      users.find(nick).ifPresent(user -> caller.changed(user.source().isBot()));
      users.tell(new UserEvent.ModesChanged(caller.source(), changed.toString()));
    }
    return isUnknown ? caller.refuse(Reason.UNKNOWN_USER_MODE) : Future.succeededFuture();
  }

  /** Does that change anything? An administrator is one by the account, not by a mode. */
  private boolean change(Nick nick, UserMode mode, boolean isOn) {
    boolean isSettable =
        mode != UserMode.OPERATOR
            && users.find(nick).filter(user -> user.has(mode) != isOn).isPresent();
    if (isSettable) {
      users.change(nick, mode, isOn);
    }
    return isSettable;
  }

  private static void append(StringBuilder changed, char sign, char letter) {
    int last = Math.max(changed.lastIndexOf("+"), changed.lastIndexOf("-"));
    if (last < 0 || changed.charAt(last) != sign) {
      changed.append(sign);
    }
    changed.append(letter);
  }
}
