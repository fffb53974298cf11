package conclave.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds what people saw against the promise: what was echoed is in its log, once; all see one
 * order, the same ids and times; nothing comes from nowhere, twice, or not at all.
 */
public final class Checker {
  private final List<Testimony> testimonies;
  private final Map<String, List<Message>> logs = new LinkedHashMap<>();

  /** By place and id, where each stands in its log. */
  private final Map<String, Map<String, Integer>> positions = new HashMap<>();

  /** By author, what was sent, and where. */
  private final Map<String, Set<String>> texts = new HashMap<>();

  private final Set<String> faults = new TreeSet<>();

  private Checker(List<Testimony> testimonies) {
    this.testimonies = testimonies;
  }

  /** What is wrong, each in a sentence; empty where the promise was kept. */
  public static List<String> faults(List<Testimony> testimonies) {
    Checker checker = new Checker(List.copyOf(testimonies));
    checker.takeLogs();
    checker.logs.forEach(checker::checkLog);
    checker.checkAuthors();
    for (Testimony one : checker.testimonies) {
      one.echoed().forEach(message -> checker.checkIsInLog(one.witness() + "'s echo", message));
      checker.checkEchoes(one);
      checker.checkStays(one);
      one.pages().forEach(page -> checker.checkPage(one.witness(), page));
    }
    return List.copyOf(checker.faults);
  }

  /** All who have read a log have read the same. */
  private void takeLogs() {
    for (Testimony one : testimonies) {
      one.logs()
          .forEach(
              (place, log) -> {
                List<Message> known = logs.putIfAbsent(place, log);
                if (known != null && !known.equals(log)) {
                  faults.add("differs: the log of " + place + " to " + one.witness());
                }
              });
    }
    logs.forEach(
        (place, log) -> {
          Map<String, Integer> at = new HashMap<>();
          for (int i = 0; i < log.size(); i++) {
            at.putIfAbsent(log.get(i).msgid(), i);
          }
          positions.put(place, at);
        });
  }

  private void checkLog(String place, List<Message> log) {
    Set<String> said = new HashSet<>();
    for (int i = 0; i < log.size(); i++) {
      Message message = log.get(i);
      if (!said.add(message.author() + " " + message.text())) {
        faults.add("twice: " + message);
      }
      if (i > 0 && message.sequence() <= log.get(i - 1).sequence()) {
        faults.add("out of sequence: " + message);
      }
      if (i > 0 && message.time().compareTo(log.get(i - 1).time()) < 0) {
        faults.add("back in time: " + message);
      }
      if (!wasSent(message)) {
        faults.add("from nowhere: " + message);
      }
    }
  }

  private boolean wasSent(Message message) {
    return of(message.author())
        .map(author -> sentTexts(author).contains(message.place() + " " + message.text()))
        .orElse(false);
  }

  private Set<String> sentTexts(Testimony author) {
    return texts.computeIfAbsent(
        author.witness(),
        name -> {
          Set<String> all = new HashSet<>();
          author.sent().forEach((place, said) -> said.forEach(text -> all.add(place + " " + text)));
          return all;
        });
  }

  private Optional<Testimony> of(String name) {
    return testimonies.stream().filter(one -> one.witness().equals(name)).findFirst();
  }

  private List<Message> log(String place) {
    return logs.getOrDefault(place, List.of());
  }

  /** In a room, what one says stands in the order in which it was first sent, unless refused. */
  private void checkAuthors() {
    for (Testimony author : testimonies) {
      author
          .sent()
          .forEach(
              (place, said) -> {
                if (place.startsWith("#")) {
                  checkOrder(author, place, said);
                }
              });
    }
  }

  private void checkOrder(Testimony author, String place, List<String> said) {
    Map<String, Integer> order = new HashMap<>();
    said.forEach(text -> order.put(text, order.size()));
    int last = -1;
    for (Message message : log(place)) {
      if (message.author().equals(author.witness())
          && !author.refused().contains(place + " " + message.text())) {
        int now = order.getOrDefault(message.text(), last);
        if (now < last) {
          faults.add("out of its author's order: " + message);
        }
        last = now;
      }
    }
  }

  /** Where it stands in its log; nothing where it does not, as it was seen. */
  private Optional<Integer> position(Message message) {
    Integer at = positions.getOrDefault(message.place(), Map.of()).get(message.msgid());
    return Optional.ofNullable(at)
        .filter(position -> log(message.place()).get(position).equals(message));
  }

  private void checkIsInLog(String who, Message message) {
    if (position(message).isEmpty()) {
      faults.add("lost: " + who + " of " + message);
    }
  }

  /** However often it came back, it was the same. */
  private void checkEchoes(Testimony one) {
    Map<String, Message> known = new HashMap<>();
    for (Message echo : one.echoed()) {
      Message first = known.putIfAbsent(echo.place() + " " + echo.text(), echo);
      if (first != null && !first.equals(echo)) {
        faults.add("echoed as another: " + echo);
      }
    }
  }

  private void checkStays(Testimony one) {
    Set<String> shown = new HashSet<>();
    for (List<Message> stay : one.stays()) {
      Map<String, Integer> last = new HashMap<>();
      for (Message message : stay) {
        if (!shown.add(message.place() + " " + message.msgid())) {
          faults.add("shown twice to " + one.witness() + ": " + message);
        }
        checkIsInLog("what " + one.witness() + " saw", message);
        position(message).ifPresent(at -> checkNext(one, message, last, at));
      }
    }
  }

  /** Nobody else's message is passed over; one's own may have come back in another way. */
  private void checkNext(Testimony one, Message message, Map<String, Integer> last, int at) {
    Integer before = last.put(message.place(), at);
    if (before == null) {
      return;
    }
    if (at < before) {
      faults.add("out of order to " + one.witness() + ": " + message);
    }
    List<Message> log = log(message.place());
    for (int i = before + 1; i < at; i++) {
      if (!log.get(i).author().equals(one.witness())) {
        faults.add("not shown to " + one.witness() + ": " + log.get(i));
      }
    }
  }

  /** A page is a piece of the log without a hole. */
  private void checkPage(String reader, List<Message> page) {
    List<Integer> at = new ArrayList<>();
    for (Message message : page) {
      checkIsInLog("what " + reader + " read", message);
      position(message).ifPresent(at::add);
    }
    for (int i = 1; i < at.size(); i++) {
      if (at.get(i) != at.get(i - 1) + 1) {
        faults.add("a hole for " + reader + " before " + page.get(i));
      }
    }
  }
}
