package conclave.dialect.irc;

import conclave.command.Capability;
import conclave.command.LineLimits;
import conclave.command.Reply;
import conclave.dialect.Dialect.Recipient;
import conclave.name.Utf8;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How CAP is answered (IRCv3 capability negotiation). */
final class IrcCap {
  private IrcCap() {}

  /**
   * Lists of many words take several lines: of LS and LIST for clients that know version 302, all
   * but the last with an asterisk; of ACK each for itself. A NAK is one line. Clients from before
   * get one line of LS and LIST, with as much as there is room for; the rest they can ask for.
   */
  static Lines render(Reply.CapAnswer reply, Recipient to, Lines lines) {
    String head = "CAP " + to.nick() + " " + reply.subcommand();
    boolean isAck = reply.subcommand().equals("ACK");
    boolean isNak = reply.subcommand().equals("NAK");
    boolean isList = !isAck && !isNak && reply.has302();
    int room = LineLimits.MAX_BODY - Utf8.length(":" + to.server() + " " + head + " * :");
    List<String> words = isAck || isNak || isList ? reply.words() : fitting(reply.words(), room);
    List<String> pieces = isAck || isList ? pieces(words, room) : List.of(String.join(" ", words));
    for (int i = 0; i < pieces.size(); i++) {
      boolean isMore = isList && i < pieces.size() - 1;
      lines.from(to, head + (isMore ? " * :" : " :") + pieces.get(i));
    }
    return lines;
  }

  /** What is young is left out first. */
  private static List<String> fitting(List<String> words, int room) {
    List<String> dearestFirst =
        words.stream()
            .sorted(
                Comparator.comparing(
                    word -> Capability.of(word).map(Capability::youth).orElse(Integer.MAX_VALUE)))
            .toList();
    List<String> kept = new ArrayList<>();
    int left = room + 1; // no space goes before the first
    for (String word : dearestFirst) {
      int size = 1 + Utf8.length(word);
      if (size > left) {
        break;
      }
      left -= size;
      kept.add(word);
    }
    return words.stream().filter(kept::contains).toList();
  }

  private static List<String> pieces(List<String> words, int room) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (String word : words) {
      if (!piece.isEmpty() && Utf8.length(piece + " " + word) > room) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.append(piece.isEmpty() ? "" : " ").append(word);
    }
    pieces.add(piece.toString());
    return pieces;
  }
}
