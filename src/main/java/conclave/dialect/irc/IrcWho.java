package conclave.dialect.irc;

import conclave.command.Capability;
import conclave.command.UserAnswer.Person;
import conclave.command.UserAnswer.WhoAre;
import conclave.command.UserAnswer.WhoFields;
import conclave.command.UserMode;
import conclave.dialect.Dialect.Recipient;
import conclave.name.AccountName;
import conclave.name.Source;
import java.util.ArrayList;
import java.util.List;

/** One person of a WHO: 352, or the fields that were asked for in 354 (WHOX). */
final class IrcWho {
  /** What stands in the place of an address that is not for the caller. */
  private static final String NO_ADDRESS = "255.255.255.255";

  private static final String ORDER = "tcuihsnfdlao";

  private final Recipient to;
  private final Lines lines;

  IrcWho(Recipient to, Lines lines) {
    this.to = to;
    this.lines = lines;
  }

  void render(Person person, WhoAre answer) {
    String room = answer.room().map(view -> view.name().text()).orElse("*");
    if (answer.fields().letters().isEmpty()) {
      usual(person, room);
    } else {
      fields(person, room, answer.fields());
    }
  }

  private void usual(Person person, String room) {
    Source who = person.source();
    lines.numeric(
        to,
        Numeric.RPL_WHOREPLY,
        List.of(room, who.username(), who.host(), server(person), who.nick().text(), flags(person)),
        "0 " + person.realname());
  }

  private String server(Person person) {
    return person.server().orElseGet(to::server);
  }

  private String flags(Person person) {
    boolean all = to.capabilities().has(Capability.MULTI_PREFIX);
    return (person.isAway() ? "G" : "H")
        + (person.isServerOperator() ? "*" : "")
        + person.member().map(member -> member.prefixes(all)).orElse("")
        + (person.source().isBot() ? UserMode.BOT.letter() : "");
  }

  /** In the order of the answer, whatever the order of the question. */
  private void fields(Person person, String room, WhoFields wanted) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < ORDER.length(); i++) {
      char letter = ORDER.charAt(i);
      if (wanted.letters().indexOf(letter) >= 0) {
        words.add(field(letter, person, room, wanted.token()));
      }
    }
    if (wanted.letters().indexOf('r') >= 0) {
      lines.always(to, Numeric.RPL_WHOSPCRPL, words, person.realname());
    } else {
      lines.numeric(to, Numeric.RPL_WHOSPCRPL, words, "");
    }
  }

  private String field(char letter, Person person, String room, String token) {
    return switch (letter) {
      case 't' -> token;
      case 'c' -> room;
      case 'u' -> person.source().username();
      case 'i' -> person.address().map(Lines::word).orElse(NO_ADDRESS);
      case 'h' -> person.source().host();
      case 's' -> server(person);
      case 'n' -> person.source().nick().text();
      case 'f' -> flags(person);
      case 'd' -> "0";
      case 'l' -> Long.toString(person.idleSeconds());
      case 'a' -> person.source().account().map(AccountName::text).orElse("0");
      default -> "n/a"; // no levels of operators
    };
  }
}
