package conclave.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes down what one person sends and sees. Safe for several threads. */
public final class Witness {
  private final String name;
  private final Map<String, List<String>> sent = new LinkedHashMap<>();
  private final Set<String> refused = new HashSet<>();
  private final List<Message> echoed = new ArrayList<>();
  private final List<List<Message>> stays = new ArrayList<>();
  private final List<List<Message>> pages = new ArrayList<>();
  private final Map<String, List<Message>> logs = new LinkedHashMap<>();

  public Witness(String name) {
    this.name = name;
  }

  public String name() {
    return name;
  }

  /** It is sent for the first time. */
  public synchronized void sent(String place, String text) {
    sent.computeIfAbsent(place, p -> new ArrayList<>()).add(text);
  }

  /** It was not done, as it was said: whether and when it is sent again has no order. */
  public synchronized void refused(String place, String text) {
    refused.add(place + " " + text);
  }

  /** There is a new connection. */
  public synchronized void connected() {
    stays.add(new ArrayList<>());
  }

  /** It came back to its author. */
  public synchronized void echoed(Message message) {
    echoed.add(message);
  }

  /** It was shown as it happened. */
  public synchronized void received(Message message) {
    stays.get(stays.size() - 1).add(message);
  }

  /** It was read in the history, in this order. */
  public synchronized void read(List<Message> page) {
    pages.add(List.copyOf(page));
  }

  /** That is all that there is in the log of a place. */
  public synchronized void log(String place, List<Message> whole) {
    logs.put(place, List.copyOf(whole));
  }

  /** How often something came back. */
  public synchronized int echoes() {
    return echoed.size();
  }

  public synchronized Testimony testimony() {
    return new Testimony(
        name,
        Map.copyOf(sent),
        Set.copyOf(refused),
        List.copyOf(echoed),
        stays.stream().map(List::copyOf).toList(),
        List.copyOf(pages),
        Map.copyOf(logs));
  }
}
