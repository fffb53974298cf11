package conclave.micro;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import conclave.command.Command;
import conclave.command.LineLimits;
import conclave.dialect.Dialect;
import conclave.dialect.LineDecoder;
import conclave.dialect.irc.IrcDialect;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One line of an IRC client: from the socket's bytes to a command. */
@State(Scope.Thread)
public class LineParsing implements LineDecoder.Sink {
  private static final String SAY = "PRIVMSG #lobby :";

  private final byte[] tagged =
      "@label=a42;+draft/reply=2cmcqglkbra6-4;+example.com/why=a\\:\\sb PRIVMSG #lobby :hello\r\n"
          .getBytes(UTF_8);
  private final byte[] full =
      (SAY + "x".repeat(LineLimits.MAX_BODY - SAY.length()) + "\r\n").getBytes(UTF_8);
  private final byte[] notUtf8 = (SAY + "caf\u00e9\r\n").getBytes(ISO_8859_1);
  private final LineDecoder decoder =
      new LineDecoder(LineLimits.MAX_CLIENT_TAGS + LineLimits.MAX_BODY);
  private final Dialect dialect = new IrcDialect();
  private Command command = new Command.Nothing();

  @Override
  public void line(byte[] line) {
    command = dialect.decode(line);
  }

  @Override
  public void tooLong() {
    command = new Command.Nothing();
  }

  private Command read(byte[] bytes) {
    decoder.feed(bytes, this);
    return command;
  }

  @Benchmark
  public Command withTags() {
    return read(tagged);
  }

  @Benchmark
  public Command asLongAsMayBe() {
    return read(full);
  }

  @Benchmark
  public Command thatIsNotUtf8() {
    return read(notUtf8);
  }
}
