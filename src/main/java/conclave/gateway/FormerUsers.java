package conclave.gateway;

import conclave.command.User;
import conclave.command.UserAnswer.Former;
import conclave.name.Nick;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Who was here, for WHOWAS: the last thousand. Any thread. */
final class FormerUsers {
  static final int MAX = 1_000;

  private final Deque<Former> last = new ArrayDeque<>();

  synchronized void add(User user) {
    last.addFirst(new Former(user.source(), user.realname(), System.currentTimeMillis()));
    if (last.size() > MAX) {
      last.removeLast();
    }
  }

  /** Who bore this nick, the last first. */
  synchronized List<Former> of(Nick nick) {
    return last.stream().filter(former -> former.source().nick().key().equals(nick.key())).toList();
  }
}
