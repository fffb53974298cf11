package conclave.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The commands that a person can type, each with its usage and one line of help. */
final class CommandTable {
  /** Does what its words ask for. */
  interface Action {
    void with(String words) throws IOException;
  }

  /** One command. */
  record Row(String usage, String help, Action action) {}

  private final Map<String, Row> rows = new LinkedHashMap<>();

  void row(String name, String usage, String help, Action action) {
    rows.put(name, new Row(usage, help, action));
  }

  Optional<Row> find(String name) {
    return Optional.ofNullable(rows.get(name));
  }

  /** The names with their rows, in the order of the help. */
  Map<String, Row> all() {
    return new LinkedHashMap<>(rows);
  }

  List<String> help() {
    List<String> lines = new ArrayList<>();
    rows.forEach(
        (name, row) ->
            lines.add(
                String.format(
                    Locale.ROOT, "   %-28s %s", "/" + name + " " + row.usage(), row.help())));
    return lines;
  }

  Misuse misuse(String command) {
    return new Misuse("Type /" + command + find(command).map(row -> " " + row.usage()).orElse(""));
  }

  /** The room, where there has to be one. */
  static String inRoom(Optional<String> room) {
    return room.orElseThrow(() -> new Misuse("You are in no room. /join ROOM goes into one."));
  }

  /** The words, of which there has to be at least one. */
  String wanted(String command, String words) {
    if (words.isEmpty()) {
      throw misuse(command);
    }
    return words;
  }

  /** The only word, which has to be fit for a name. */
  String oneWord(String command, String words) {
    if (words.isEmpty()
        || words.startsWith(":")
        || words.indexOf(' ') >= 0
        || words.indexOf(',') >= 0) {
      throw misuse(command);
    }
    return words;
  }
}
