package conclave.dialect.irc;

import static conclave.room.Mothers.LOBBY;
import static conclave.room.Mothers.stamp;
import static conclave.room.Mothers.user;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.Capabilities;
import conclave.command.Capability;
import conclave.command.Command;
import conclave.room.ClientTags;
import conclave.room.Event;
import conclave.room.SayKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class IrcTagsTest {
  private static Command read(String line) {
    return new IrcDialect().decode(line.getBytes(UTF_8));
  }

  @Test
  void aLabelHas64BytesAtMost() {
    Command ping = new Command.Ping("x");
    String most = "é".repeat(32);
    assertThat(read("@label=" + most + " PING x")).isEqualTo(new Command.Labelled(most, ping));
    assertThat(read("@label=x" + most + " PING x")).isEqualTo(ping);
    assertThat(read("@label PING x")).isEqualTo(ping);
  }

  @Test
  void onlyClientOnlyTagsOfMessagesArePassedOn() {
    assertThat(read("@+a=1;b=2;+c_d=3;+e/f=4;+=5;+/g=6 NOTICE bob :x"))
        .isEqualTo(
            new Command.Say(
                List.of("bob"),
                SayKind.NOTICE,
                "x",
                new ClientTags(Map.of("+a", "1", "+e/f", "4")),
                Optional.empty()));
    assertThat(read("@+a=1 TOPIC #a")).isEqualTo(read("TOPIC #a"));
  }

  @Property(tries = 500)
  void whatOneClientHangsOnAMessageAnotherOneReads(@ForAll("tags") Map<String, String> tags) {
    String line = new IrcMessage(tags, Optional.empty(), "PRIVMSG", List.of("#a", "x")).write();
    Command.Say said = (Command.Say) read(line);
    Event event =
        new Event.Said(
            stamp(3),
            LOBBY,
            user("alice"),
            said.kind(),
            said.text(),
            said.tags(),
            Optional.empty());
    byte[] shown = new IrcRenderer().event(event, Capabilities.of(Capability.MESSAGE_TAGS));
    Map<String, String> seen =
        new HashMap<>(IrcMessage.parse(new String(shown, UTF_8).strip()).tags());
    assertThat(seen.remove("msgid")).isEqualTo("7-3");
    assertThat(seen).isEqualTo(tags);
  }

  @Provide
  Arbitrary<Map<String, String>> tags() {
    Arbitrary<String> key =
        Arbitraries.strings().withCharRange('a', 'z').withChars("-").ofMinLength(1).ofMaxLength(6);
    Arbitrary<String> value =
        Arbitraries.strings().withCharRange(' ', '~').withChars("\r\n\\;é日").ofMaxLength(12);
    return Arbitraries.maps(key.map(name -> "+" + name), value).ofMaxSize(6);
  }
}
