package conclave.gateway;

import conclave.account.Peer;
import conclave.command.Command;
import conclave.command.Reply;
import conclave.command.User;
import conclave.dialect.Answer;
import conclave.handler.Caller;
import conclave.handler.Passage;
import conclave.handler.Registration;
import conclave.handler.Users;
import conclave.handler.Watches;
import conclave.handler.Way;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.Origin;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;

/** A connection, as the handler of one labelled command sees it: what it answers is gathered. */
final class LabelledCaller implements Caller {
  private final Connection connection;
  private final Output output;
  private final Labels labels;
  private final Answer answer;
  private final boolean isMessage;
  private int holds;
  private boolean isDone;

  /**
   * The caller of a command.
   *
   * @param isMessage its echo is all that there is to answer
   */
  LabelledCaller(Connection connection, Output output, Answer answer, boolean isMessage) {
    this.connection = connection;
    this.output = output;
    this.labels = output.labels();
    this.answer = answer;
    this.isMessage = isMessage;
  }

  @Override
  public Way way() {
    return connection.way();
  }

  @Override
  public Peer peer() {
    return connection.peer();
  }

  @Override
  public Passage passage() {
    return connection.passage();
  }

  @Override
  public void awaitPassword(Command.AskPassword ask) {
    connection.awaitPassword(ask);
  }

  @Override
  public Origin origin() {
    Origin origin = connection.origin();
    labels.begun(origin, this);
    return origin;
  }

  @Override
  public void reply(Reply reply) {
    output.write(answer.add(output.bytes(reply)));
  }

  /** An event that this command has caused. */
  void event(byte[] lines) {
    output.write(answer.add(lines));
    if (isMessage && lines.length > 0) {
      end();
    }
  }

  void giveWay() {
    output.write(answer.giveWay());
  }

  /** More comes when the command is done. */
  void hold() {
    holds++;
  }

  void release() {
    holds--;
    endIfDone();
  }

  /** The command is done. */
  void done() {
    isDone = true;
    endIfDone();
  }

  private void endIfDone() {
    if (isDone && holds == 0) {
      end();
    }
  }

  private void end() {
    output.write(answer.end());
    labels.ended(this);
  }

  // ── the connection itself

  @Override
  public Phase phase() {
    return connection.phase();
  }

  @Override
  public Registration registration() {
    return connection.registration();
  }

  @Override
  public Source source() {
    return connection.source();
  }

  @Override
  public Set<RoomName> rooms() {
    return connection.rooms();
  }

  @Override
  public Future<Boolean> attach(RoomName room, Caller to) {
    return connection.attach(room, to);
  }

  @Override
  public Watches watches() {
    return connection.watches();
  }

  @Override
  public Optional<RoomName> currentRoom() {
    return connection.currentRoom();
  }

  @Override
  public void switchTo(RoomName room) {
    connection.switchTo(room);
  }

  @Override
  public void admitted(User user, Users.Claim claim) {
    connection.admitted(user, claim);
  }

  @Override
  public Future<Void> becomes(User user, Users.Claim claim, Runnable tell) {
    return connection.becomes(user, claim, tell);
  }

  @Override
  public void renamed(Source source) {
    connection.renamed(source);
  }

  @Override
  public void settled() {
    connection.settled();
  }

  @Override
  public void quit(String reason) {
    connection.quit(reason);
  }

  @Override
  public void close(String reason) {
    connection.close(reason);
  }
}
