package conclave.gateway;

import conclave.bus.Addresses;
import conclave.bus.Ranked;
import conclave.bus.Revoked;
import conclave.name.AccountName;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.Collection;
import java.util.List;

/** What has become of the right of connections to be here. Of one listener, on its loop. */
final class Rights {
  private final Node node;
  private final LocalRooms rooms;
  private final Collection<Connection> connections;

  /**
   * Of a listener.
   *
   * @param connections those that it has at the time
   */
  Rights(Node node, LocalRooms rooms, Collection<Connection> connections) {
    this.node = node;
    this.rooms = rooms;
    this.connections = connections;
  }

  /** From now on does what it hears of them. */
  Future<Void> heed(EventBus bus) {
    return bus.<Revoked>localConsumer(Addresses.REVOKED, message -> revoked(message.body()))
        .completion()
        .compose(
            ready ->
                bus.<Ranked>localConsumer(Addresses.RANKED, message -> ranked(message.body()))
                    .completion());
  }

  private void revoked(Revoked revoked) {
    revoked
        .account()
        .ifPresent(account -> rooms.dismiss(user -> user.isOf(account), revoked.reason()));
    revoked.lender().ifPresent(this::lendsNoMore);
    List.copyOf(connections).stream()
        .filter(connection -> concerns(revoked, connection))
        .forEach(connection -> connection.close(revoked.reason()));
  }

  private void lendsNoMore(AccountName lender) {
    List.copyOf(connections).stream()
        .filter(connection -> connection.registration().giveBack(lender))
        .forEach(this::showRank);
  }

  private static boolean concerns(Revoked revoked, Connection connection) {
    boolean isOfAccount = revoked.account().filter(connection.registration()::isOf).isPresent();
    return isOfAccount || revoked.connections().contains(connection.connection());
  }

  private void ranked(Ranked ranked) {
    List.copyOf(connections).stream()
        .filter(c -> c.registration().ranked(ranked.account(), ranked.role()))
        .forEach(this::showRank);
  }

  private void showRank(Connection connection) {
    connection
        .admittedAs()
        .ifPresent(
            source ->
                node.users().ranked(source.nick(), connection.registration().isServerOperator()));
  }
}
