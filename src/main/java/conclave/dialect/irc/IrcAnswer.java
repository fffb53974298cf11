package conclave.dialect.irc;

import static java.nio.charset.StandardCharsets.UTF_8;

import conclave.dialect.Answer;
import conclave.dialect.Dialect.Recipient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An answer with a label (IRCv3 labeled-response): on the line itself where it is one line or one
 * batch, on a batch around several, on ACK for none.
 */
final class IrcAnswer implements Answer {
  private static final byte[] NOTHING = new byte[0];

  private final String label;
  private final String reference;
  private final String server;
  private final List<String> held = new ArrayList<>();
  private boolean isOpen;
  private boolean isOver;

  /**
   * An answer of which nothing is said yet.
   *
   * @param reference of the batch that it may become
   */
  IrcAnswer(String label, String reference, Recipient to) {
    this.label = "label=" + IrcMessage.escape(label);
    this.reference = reference;
    this.server = ":" + to.server() + " ";
  }

  @Override
  public byte[] add(byte[] lines) {
    if (isOver || lines.length == 0) {
      return lines;
    }
    held.addAll(Arrays.asList(new String(lines, UTF_8).split("\r\n")));
    return isOpen ? flush() : NOTHING;
  }

  @Override
  public byte[] giveWay() {
    if (held.isEmpty() || isOver) {
      return NOTHING;
    }
    isOpen = true;
    held.add(0, "@" + label + " " + server + "BATCH +" + reference + " labeled-response");
    return flush();
  }

  @Override
  public byte[] end() {
    if (isOver) {
      return NOTHING;
    }
    if (!isOpen && held.size() > 1 && !isOneBatch()) {
      byte[] opened = giveWay();
      return join(opened, end());
    }
    isOver = true;
    if (isOpen) {
      return (server + "BATCH -" + reference + "\r\n").getBytes(UTF_8);
    }
    if (held.isEmpty()) {
      held.add(server + "ACK");
    }
    held.set(0, tagged(label, held.get(0)));
    return bytes(held);
  }

  private boolean isOneBatch() {
    List<String> first = IrcMessage.parse(held.get(0)).parameters();
    IrcMessage last = IrcMessage.parse(held.get(held.size() - 1));
    return held.get(0).contains(" BATCH +")
        && last.verb().equals("BATCH")
        && last.parameters().get(0).substring(1).equals(first.get(0).substring(1));
  }

  /** What was held, as a part of the batch; a line of a batch inside it stays that batch's. */
  private byte[] flush() {
    String tag = "batch=" + reference;
    List<String> lines =
        held.stream()
            .map(line -> line.startsWith("@batch=") || isMine(line) ? line : tagged(tag, line))
            .toList();
    held.clear();
    return bytes(lines);
  }

  private boolean isMine(String line) {
    return line.startsWith("@" + label);
  }

  private static String tagged(String tag, String line) {
    return line.startsWith("@") ? "@" + tag + ";" + line.substring(1) : "@" + tag + " " + line;
  }

  private static byte[] bytes(List<String> lines) {
    return (String.join("\r\n", lines) + "\r\n").getBytes(UTF_8);
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
