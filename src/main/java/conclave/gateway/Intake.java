package conclave.gateway;

import conclave.command.LineLimits;
import conclave.dialect.LineDecoder;
import io.vertx.core.buffer.Buffer;

/** What a peer sends, cut into the lines that its commands are. One loop. */
final class Intake implements LineDecoder.Sink {
  private final LineDecoder lines =
      new LineDecoder(LineLimits.MAX_CLIENT_TAGS + LineLimits.MAX_BODY);
  private final Heartbeat heartbeat;
  private final Commands commands;

  Intake(Heartbeat heartbeat, Commands commands) {
    this.heartbeat = heartbeat;
    this.commands = commands;
  }

  void feed(Buffer buffer) {
    lines.feed(buffer.getBytes(), this);
  }

  @Override
  public void line(byte[] line) {
    heartbeat.heard();
    commands.add(line);
  }

  @Override
  public void tooLong() {
    commands.add(Speech.TOO_LONG);
  }
}
