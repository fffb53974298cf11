package conclave.client;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a user asks a server about its rooms. The answers come as events. Any thread may ask. */
public final class Requests {
  /** The label of a page of the past. */
  static final String EARLIER = "earlier";

  /** The same, of what was searched for. */
  static final String FOUND = "found";

  /** The most that a server is asked for at once. */
  public static final int MAX_PAGE = 100;

  /** Sends a line to the server. */
  interface Sender {
    void send(IrcLine line) throws IOException;
  }

  private final Sender sender;

  Requests(Sender sender) {
    this.sender = sender;
  }

  public void topic(String room) throws IOException {
    send("TOPIC", room);
  }

  public void setTopic(String room, String topic) throws IOException {
    send("TOPIC", room, topic);
  }

  public void names(String room) throws IOException {
    send("NAMES", room);
  }

  public void rooms() throws IOException {
    send("LIST");
  }

  /** Is the room's log complete and unaltered? */
  public void verify(String room) throws IOException {
    send("VERIFY", room);
  }

  /** From now on, on this connection, what is said has its place in the log with it, or not. */
  public void numbers(boolean isOn) throws IOException {
    send("CAP", "REQ", isOn ? "conclave/seq" : "-conclave/seq");
  }

  /** Somebody reads that this user is writing something, or has given it up. */
  public void typing(String target, boolean isActive) throws IOException {
    Map<String, String> tags = Map.of("+typing", isActive ? "active" : "done");
    sender.send(new IrcLine(tags, "", "TAGMSG", List.of(target)));
  }

  /**
   * What was said before the message with this id, or last.
   *
   * @param count of messages, {@link #MAX_PAGE} at most
   */
  public void earlier(String target, Optional<String> before, int count) throws IOException {
    String limit = Integer.toString(Math.min(count, MAX_PAGE));
    String mark = before.map(id -> "msgid=" + id).orElse("*");
    String which = before.isPresent() ? "BEFORE" : "LATEST";
    labelled(EARLIER, "CHATHISTORY", which, target, mark, limit);
  }

  /** The newest messages in which all of these words are (soju.im/search). */
  public void search(String target, String words) throws IOException {
    Map<String, String> what = new LinkedHashMap<>();
    what.put("in", target);
    what.put("text", words);
    StringBuilder attributes = new StringBuilder();
    what.forEach(
        (name, value) ->
            attributes
                .append(attributes.isEmpty() ? "" : ";")
                .append(name)
                .append('=')
                .append(TagValue.escape(value)));
    labelled(FOUND, "SEARCH", attributes.toString());
  }

  private void labelled(String label, String command, String... params) throws IOException {
    sender.send(new IrcLine(Map.of("label", label), "", command, List.of(params)));
  }

  private void send(String command, String... params) throws IOException {
    sender.send(IrcLine.of(command, params));
  }
}
