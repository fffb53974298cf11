package conclave.gateway;

import static conclave.room.Mothers.LOBBY;
import static conclave.room.Mothers.stamp;
import static conclave.room.Mothers.user;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.Capabilities;
import conclave.command.Capability;
import conclave.dialect.Dialect.Renderer;
import conclave.dialect.irc.IrcDialect;
import conclave.dialect.plain.PlainDialect;
import conclave.room.Event;
import conclave.room.SayKind;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EncodedEventTest {
  private static final Renderer IRC = new IrcDialect().renderer();
  private static final Renderer PLAIN = new PlainDialect().renderer();
  private static final Capabilities TIME = Capabilities.of(Capability.SERVER_TIME);

  private final EncodedEvent event =
      new EncodedEvent(new Event.Said(stamp(1), LOBBY, user("alice"), SayKind.PRIVMSG, "hi"));

  @Test
  void allWhoSeeTheSameBytesShareThem() {
    byte[] bytes = event.bytes(IRC, Capabilities.NONE);
    assertThat(event.bytes(new IrcDialect().renderer(), Capabilities.NONE)).isSameAs(bytes);
    assertThat(event.bytes(IRC, Capabilities.of(Capability.SASL, Capability.BATCH)))
        .isSameAs(bytes);
    assertThat(event.bytes(IRC, Capabilities.of(Capability.EXTENDED_JOIN))).isSameAs(bytes);
  }

  @Test
  void whoSeesOtherBytesGetsThem() {
    byte[] bare = event.bytes(IRC, Capabilities.NONE);
    byte[] timed = event.bytes(IRC, TIME);
    byte[] plain = event.bytes(PLAIN, TIME);
    assertThat(new String(timed, UTF_8)).startsWith("@time=").endsWith(new String(bare, UTF_8));
    assertThat(new String(plain, UTF_8)).endsWith("#lobby alice: hi\n");
    assertThat(event.bytes(IRC, TIME.with(Set.of(Capability.SASL)))).isSameAs(timed);
    assertThat(event.bytes(PLAIN, Capabilities.NONE)).isSameAs(plain);
  }
}
