package conclave.dialect.irc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.Capabilities;
import conclave.command.Capability;
import conclave.command.MetadataAnswer;
import conclave.command.MetadataAnswer.Item;
import conclave.command.MetadataAnswer.Kind;
import conclave.command.UserEvent;
import conclave.dialect.Dialect.Recipient;
import conclave.name.Nick;
import conclave.name.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IrcMetadataTest {
  private static final Item AVATAR = Item.of("alice", "avatar", Optional.of("a b"));
  private static final Item STATUS = Item.of("alice", "status", Optional.empty());

  private static String render(Kind kind, List<Item> items, Capability... capabilities) {
    Recipient bob = new Recipient("bob", "irc.example", Capabilities.of(capabilities));
    return new String(new IrcRenderer().reply(new MetadataAnswer(kind, "#den", items), bob), UTF_8);
  }

  @Test
  void valuesComeInABatchWhereTheClientKnowsBatches() {
    assertThat(render(Kind.VALUES, List.of(AVATAR), Capability.BATCH).lines())
        .containsExactly(
            ":irc.example BATCH +meta metadata #den",
            "@batch=meta :irc.example 761 bob alice avatar * :a b",
            ":irc.example BATCH -meta");
    assertThat(render(Kind.VALUES, List.of(AVATAR)))
        .isEqualTo(":irc.example 761 bob alice avatar * :a b\r\n");
    assertThat(render(Kind.VALUES, List.of())).isEmpty();
  }

  @Test
  void whatIsTooMuchIsForLater() {
    assertThat(render(Kind.LATER, List.of())).isEqualTo(":irc.example 774 bob #den 1\r\n");
  }

  @Test
  void eachSubscriptionIsALineOfItsOwn() {
    String lines = render(Kind.SUBSCRIPTIONS, List.of(AVATAR, STATUS), Capability.BATCH);
    assertThat(lines.lines())
        .containsExactly(
            ":irc.example BATCH +meta metadata-subs",
            "@batch=meta :irc.example 772 bob :avatar",
            "@batch=meta :irc.example 772 bob :status",
            ":irc.example BATCH -meta");
    assertThat(render(Kind.SUBSCRIBED, List.of(AVATAR, STATUS)))
        .isEqualTo(":irc.example 770 bob :avatar\r\n:irc.example 770 bob :status\r\n");
  }

  @Test
  void aChangeHasTheTagsOfWhoMakesIt() {
    Source by = new Source(new Nick("alice"), "al", "host", Optional.empty()).asBot(true);
    UserEvent event =
        new UserEvent.Annotated(by, "#den", Set.of(), "avatar", Optional.empty(), "", 0);
    Capabilities tags = Capabilities.of(Capability.SERVER_TIME, Capability.MESSAGE_TAGS);
    assertThat(new String(new IrcRenderer().event(event, tags), UTF_8))
        .isEqualTo(
            "@time=1970-01-01T00:00:00.000Z;bot :alice!al@host METADATA #den avatar * :\r\n");
  }
}
