package conclave.cli;

import conclave.cli.rooms.Rooms;
import conclave.client.People;
import conclave.client.Session;
import java.io.IOException;
import java.util.Optional;

/** What a person can type about others, and about what others see of oneself. */
final class PeopleCommands {
  private final People people;
  private final Rooms rooms;
  private final CommandTable table;

  private PeopleCommands(Session session, Rooms rooms, CommandTable table) {
    this.people = session.people();
    this.rooms = rooms;
    this.table = table;
  }

  static void addTo(CommandTable table, Session session, Rooms rooms) {
    PeopleCommands all = new PeopleCommands(session, rooms, table);
    table.row("whois", "NICK", "who somebody is", all::whois);
    table.row("away", "[TEXT]", "be away, and say why; without a text, be back", all::away);
    table.row("nick", "NAME", "go by another nick", all::nick);
    table.row("invite", "NICK", "ask somebody into this room", all::invite);
    table.row("kick", "NICK [REASON]", "put somebody out of this room", all::kick);
    table.row("mode", "[MODES]", "the modes of this room, such as +o NICK; see or set", all::mode);
    table.row("invitation", "[HOURS]", "a code with which somebody can register", all::invitation);
    table.row("quote", "LINE", "send that line of IRC as it is", all::quote);
  }

  private void whois(String words) throws IOException {
    people.whois(table.oneWord("whois", words));
  }

  private void away(String words) throws IOException {
    people.away(words);
  }

  private void nick(String words) throws IOException {
    people.nick(table.oneWord("nick", words));
  }

  private void invite(String words) throws IOException {
    people.invite(table.oneWord("invite", words), room());
  }

  private void kick(String words) throws IOException {
    int space = table.wanted("kick", words).indexOf(' ');
    String nick = space < 0 ? words : words.substring(0, space);
    String reason = space < 0 ? "" : words.substring(space + 1).strip();
    people.kick(table.oneWord("kick", nick), room(), reason);
  }

  private void mode(String words) throws IOException {
    people.mode(room(), words);
  }

  private void invitation(String words) throws IOException {
    if (!words.matches("[0-9]{0,5}")) {
      throw table.misuse("invitation");
    }
    people.invitation(words.isEmpty() ? Optional.empty() : Optional.of(words));
  }

  private void quote(String words) throws IOException {
    people.quote(table.wanted("quote", words));
  }

  private String room() {
    return CommandTable.inRoom(rooms.current().filter(room -> !rooms.isConversation()));
  }
}
