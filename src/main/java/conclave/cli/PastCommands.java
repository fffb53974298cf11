package conclave.cli;

import conclave.cli.rooms.Rooms;
import conclave.client.Requests;
import conclave.client.Session;
import java.io.IOException;

/** What a person can type about what was said: {@code /history} and {@code /search}. */
final class PastCommands {
  /** So many messages are shown where nobody says how many. */
  static final int PAGE = 20;

  private final Session session;
  private final Rooms rooms;
  private final CommandTable table;

  private PastCommands(Session session, Rooms rooms, CommandTable table) {
    this.session = session;
    this.rooms = rooms;
    this.table = table;
  }

  static void addTo(CommandTable table, Session session, Rooms rooms) {
    PastCommands past = new PastCommands(session, rooms, table);
    table.row("history", "[N]", "what was said earlier; again, before that", past::history);
    table.row("search", "WORDS", "messages of this room with all of the words", past::search);
  }

  private void history(String words) throws IOException {
    if (!words.isEmpty() && !words.matches("[1-9][0-9]{0,3}")) {
      throw table.misuse("history");
    }
    int count = words.isEmpty() ? PAGE : Math.min(Integer.parseInt(words), Requests.MAX_PAGE);
    String room = here();
    session.ask().earlier(room, rooms.oldest(room), count);
  }

  private void search(String words) throws IOException {
    session.ask().search(here(), table.wanted("search", words));
  }

  private String here() {
    return CommandTable.inRoom(rooms.current());
  }
}
