package conclave.it;

import conclave.client.IrcLine;
import conclave.proof.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the history of a place, page by page. */
final class Pages {
  private final Peer peer;
  private final Consumer<IrcLine> others;
  private Optional<String> last = Optional.empty();

  /**
   * Reads on a connection.
   *
   * @param others is given what comes and is no history
   */
  Pages(Peer peer, Consumer<IrcLine> others) {
    this.peer = peer;
    this.others = others;
  }

  /** All after a mark; nothing where the connection ends before, or the store is away. */
  Optional<List<Message>> after(String target, String from) {
    List<Message> all = new ArrayList<>();
    String mark = from;
    while (true) {
      List<Message> page = new ArrayList<>();
      peer.send("CHATHISTORY AFTER " + target + " " + mark + " 1000");
      if (!read(page)) {
        return Optional.empty();
      }
      if (page.isEmpty()) {
        return Optional.of(all);
      }
      all.addAll(page);
      mark = "msgid=" + page.get(page.size() - 1).msgid();
      last = Optional.of(mark);
    }
  }

  /** How far it has come. */
  Optional<String> last() {
    return last;
  }

  private boolean read(List<Message> page) {
    String reference = "";
    for (Optional<String> next = peer.next(); next.isPresent(); next = peer.next()) {
      IrcLine line = IrcLine.parse(next.get());
      if (line.command().equals("BATCH") && line.param(1).equals("chathistory")) {
        reference = line.param(0).substring(1);
      } else if (line.command().equals("BATCH") && line.param(0).equals("-" + reference)) {
        return true;
      } else if (line.command().equals("FAIL") && line.param(0).equals("CHATHISTORY")) {
        return false;
      } else if (!reference.isEmpty() && line.tags().getOrDefault("batch", "").equals(reference)) {
        page.add(message(line));
      } else {
        others.accept(line);
      }
    }
    return false;
  }

  /** What was said, as it is shown or read. */
  static Message message(IrcLine line) {
    String target = line.param(0);
    String place = target.startsWith("#") ? target : Message.between(line.nick(), target);
    return new Message(
        place,
        line.tags().getOrDefault("msgid", ""),
        line.tags().getOrDefault("time", ""),
        line.nick(),
        line.text());
  }
}
