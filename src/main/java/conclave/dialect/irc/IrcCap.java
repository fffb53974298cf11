package conclave.dialect.irc;

import conclave.command.LineLimits;
import conclave.command.Reply;
import conclave.dialect.Dialect.Recipient;
import conclave.name.Utf8;
import java.util.ArrayList;
import java.util.List;

/** How CAP is answered (IRCv3 capability negotiation). */
final class IrcCap {
  private IrcCap() {}

  /**
   * Lists of many words take several lines: of LS and LIST for clients that know version 302, all
   * but the last with an asterisk; of ACK each for itself. A NAK is one line.
   */
  static Lines render(Reply.CapAnswer reply, Recipient to, Lines lines) {
    String head = "CAP " + to.nick() + " " + reply.subcommand();
    boolean isAck = reply.subcommand().equals("ACK");
    boolean isList = !isAck && !reply.subcommand().equals("NAK") && reply.has302();
    int room = LineLimits.MAX_BODY - Utf8.length(":" + to.server() + " " + head + " * :");
    List<String> pieces =
        isAck || isList ? pieces(reply.words(), room) : List.of(String.join(" ", reply.words()));
    for (int i = 0; i < pieces.size(); i++) {
      boolean isMore = isList && i < pieces.size() - 1;
      lines.from(to, head + (isMore ? " * :" : " :") + pieces.get(i));
    }
    return lines;
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
