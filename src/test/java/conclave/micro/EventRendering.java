package conclave.micro;

import static conclave.room.Mothers.LOBBY;
import static conclave.room.Mothers.stamp;
import static conclave.room.Mothers.user;

import conclave.command.Capabilities;
import conclave.command.Capability;
import conclave.dialect.Dialect.Renderer;
import conclave.dialect.irc.IrcDialect;
import conclave.dialect.plain.PlainDialect;
import conclave.room.ClientTags;
import conclave.room.Event;
import conclave.room.SayKind;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A message with a client's tag, rendered for one kind of reader. */
@State(Scope.Thread)
public class EventRendering {
  private final Event said =
      new Event.Said(
          stamp(3),
          LOBBY,
          user("alice"),
          SayKind.PRIVMSG,
          "a sentence of the length that people say in a chat room",
          new ClientTags(Map.of("+draft/reply", "2cmcqglkbra6-4")),
          Optional.empty());
  private final Renderer irc = new IrcDialect().renderer();
  private final Renderer plain = new PlainDialect().renderer();
  private final Capabilities times = Capabilities.of(Capability.SERVER_TIME);
  private final Capabilities all = Capabilities.of(Capability.values());

  @Benchmark
  public byte[] bare() {
    return irc.event(said, Capabilities.NONE);
  }

  @Benchmark
  public byte[] withTime() {
    return irc.event(said, times);
  }

  @Benchmark
  public byte[] withAllTags() {
    return irc.event(said, all);
  }

  @Benchmark
  public byte[] forPeople() {
    return plain.event(said, Capabilities.NONE);
  }
}
