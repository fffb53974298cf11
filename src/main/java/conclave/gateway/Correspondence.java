package conclave.gateway;

import conclave.handler.History.Reader;
import conclave.room.Event;
import java.util.Optional;

/** A direct conversation that a connection is behind in. One loop. */
final class Correspondence implements Backlog.Place {
  private final Connection connection;
  private final Audience audience;
  private final Runnable over;

  /**
   * A conversation of this connection's user.
   *
   * @param over told when nothing is missing any more
   */
  Correspondence(Connection connection, Audience audience, Runnable over) {
    this.connection = connection;
    this.audience = audience;
    this.over = over;
  }

  @Override
  public Reader reader() {
    return new Reader(connection.source().nick(), Optional.empty(), true);
  }

  @Override
  public void catchUp(Event event) {
    if (audience.isFor(event, connection)) {
      connection.output().show(new EncodedEvent(event));
    }
    connection.past().progress().told(event);
  }

  @Override
  public void caughtUp(long seq) {
    over.run();
  }
}
