package conclave.it;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.client.IrcLine;
import conclave.it.Wanderer.Heard;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What must be true of some people and their rooms whenever nothing is under way. */
final class Gathering {
  /** The only room that is ever one, where people see different things. */
  static final String AUDITORIUM = "#hall";

  /** What one of them is answered. */
  private record Answers(
      Wanderer to, Map<String, Set<String>> names, Set<String> secret, List<IrcLine> lines) {
    String key() {
      return Wanderer.key(to.nick());
    }

    boolean isInvisible() {
      return lines.stream()
          .anyMatch(line -> line.command().equals("221") && line.param(1).contains("i"));
    }
  }

  private final List<Wanderer> people;

  Gathering(List<Wanderer> people) {
    this.people = people;
  }

  void check() {
    Set<String> rooms = new TreeSet<>();
    people.forEach(one -> rooms.addAll(one.rooms()));
    people.forEach(one -> rooms.addAll(one.roomsHeard()));
    List<Answers> answers = ask(rooms);
    Set<String> secret = new TreeSet<>();
    answers.forEach(answer -> secret.addAll(answer.secret));
    Set<String> invisible =
        answers.stream()
            .filter(Answers::isInvisible)
            .map(Answers::key)
            .collect(toCollection(TreeSet::new));
    for (String room : rooms) {
      Set<String> members = nicksIn(room);
      answers.forEach(answer -> assertSameMembers(answer, room, members, secret, invisible));
    }
    answers.forEach(answer -> assertNothingIsBetrayed(answer.to, secret, answer.lines));
    answers.forEach(answer -> assertSameRooms(answer, secret, invisible));
    rooms.forEach(this::assertSameOrder);
  }

  private Set<String> nicksIn(String room) {
    return people.stream()
        .filter(one -> one.rooms().contains(room))
        .map(one -> Wanderer.key(one.nick()))
        .collect(toCollection(TreeSet::new));
  }

  private List<Answers> ask(Set<String> rooms) {
    List<String> questions = new ArrayList<>(List.of("LIST", "NAMES", "WHO *", "WHO #"));
    rooms.forEach(room -> questions.addAll(List.of("NAMES " + room, "MODE " + room)));
    rooms.forEach(room -> questions.addAll(List.of("WHO " + room, "TOPIC " + room)));
    people.forEach(one -> questions.addAll(List.of("WHO " + one.nick(), "WHOIS " + one.nick())));
    for (Wanderer one : people) {
      questions.forEach(question -> one.send(question.getBytes(StandardCharsets.UTF_8)));
      one.send(("MODE " + one.nick()).getBytes(StandardCharsets.UTF_8));
      one.fence();
    }
    return people.stream().map(one -> read(one, one.hearAll())).toList();
  }

  private static Answers read(Wanderer to, List<IrcLine> lines) {
    Answers answers = new Answers(to, new HashMap<>(), new TreeSet<>(), lines);
    for (IrcLine line : lines) {
      String room = Wanderer.key(line.param(line.command().equals("353") ? 2 : 1));
      if (line.command().equals("353")) {
        answers.names.computeIfAbsent(room, r -> new TreeSet<>()).addAll(Wanderer.names(line));
      } else if (line.command().equals("324") && line.param(2).contains("s")) {
        answers.secret.add(room);
      }
    }
    return answers;
  }

  private static void assertSameMembers(
      Answers answers,
      String room,
      Set<String> members,
      Set<String> secret,
      Set<String> invisible) {
    Wanderer one = answers.to;
    boolean isIn = one.rooms().contains(room);
    Set<String> named = answers.names.getOrDefault(room, Set.of());
    if (secret.contains(room) && !isIn) {
      assertThat(named).as("what %s outside is told of %s", one.name(), room).isEmpty();
    } else if (room.equals(AUDITORIUM)) {
      assertThat(members).as("NAMES of %s to %s", room, one.name()).containsAll(named);
    } else if (isIn) {
      assertThat(named).as("NAMES of %s to %s", room, one.name()).isEqualTo(members);
      assertThat(one.membersOf(room)).as("%s in %s sees", one.name(), room).isEqualTo(members);
    } else {
      Set<String> visible = new TreeSet<>(members);
      visible.removeAll(invisible);
      assertThat(named).as("NAMES of %s to %s", room, one.name()).isEqualTo(visible);
    }
  }

  /** In what is not asked for by the room's name, that name does not stand. */
  private static void assertNothingIsBetrayed(
      Wanderer one, Set<String> secret, List<IrcLine> lines) {
    Set<String> hidden = new TreeSet<>(secret);
    hidden.removeAll(one.rooms());
    for (IrcLine line : lines) {
      int place = List.of("322", "324", "332", "352").contains(line.command()) ? 1 : 2;
      boolean isAnswer = Set.of("319", "322", "324", "332", "352", "353").contains(line.command());
      for (String word : isAnswer ? line.param(place).split(" ") : new String[0]) {
        String bare = Wanderer.key(word.replaceFirst("^[~&@%+]+", ""));
        assertThat(hidden).as("%s is answered %s", one.name(), line).doesNotContain(bare);
      }
    }
  }

  /** WHOIS shows the rooms that each is in, as far as the asker may know of them. */
  private void assertSameRooms(Answers answers, Set<String> secret, Set<String> invisible) {
    Wanderer one = answers.to;
    Map<String, Set<String>> shown = new HashMap<>();
    for (IrcLine line : answers.lines) {
      if (line.command().equals("319")) {
        Set<String> of = shown.computeIfAbsent(Wanderer.key(line.param(1)), n -> new TreeSet<>());
        of.addAll(Wanderer.names(line));
        of.remove(AUDITORIUM);
      }
    }
    for (Wanderer other : people) {
      Set<String> expected = new TreeSet<>(other.rooms());
      String key = Wanderer.key(other.nick());
      boolean hides = invisible.contains(key) && !key.equals(answers.key());
      expected.removeIf(room -> (hides || secret.contains(room)) && !one.rooms().contains(room));
      expected.remove(AUDITORIUM);
      assertThat(shown.getOrDefault(key, Set.of()))
          .as("the rooms of %s to %s", other.nick(), one.name())
          .isEqualTo(expected);
    }
  }

  /** Two who are both in a room are shown the same there, in the same order, and once. */
  private void assertSameOrder(String room) {
    for (Wanderer one : people) {
      List<Heard> heard = one.heardIn(room);
      assertThat(heard).as("%s in %s", one.name(), room).doesNotHaveDuplicates();
      for (Wanderer other : people) {
        assertSameOrder(heard, places(other.heardIn(room)), one.name() + " and " + other.name());
      }
    }
  }

  private static void assertSameOrder(List<Heard> heard, Map<String, int[]> places, String who) {
    for (int i = 1; i < heard.size(); i++) {
      int[] first = places.get(heard.get(i - 1).id());
      int[] second = places.get(heard.get(i).id());
      boolean isOneStay = heard.get(i - 1).stay() == heard.get(i).stay();
      if (isOneStay && first != null && second != null && first[0] == second[0]) {
        assertThat(second[1]).as("%s at %s", who, heard.get(i)).isEqualTo(first[1] + 1);
      }
    }
  }

  /** In which stay, and where in order, each message was heard. */
  private static Map<String, int[]> places(List<Heard> heard) {
    Map<String, int[]> places = new HashMap<>();
    for (int i = 0; i < heard.size(); i++) {
      places.put(heard.get(i).id(), new int[] {heard.get(i).stay(), i});
    }
    return places;
  }
}
