package conclave.command;

import conclave.name.RoomName;
import conclave.name.Source;
import java.util.Set;

/**
 * What others may see of a user who is here. Immutable.
 *
 * @param since milliseconds since 1970, UTC
 * @param rooms those that the user is in
 */
public record User(
    Source source,
    String realname,
    long since,
    boolean isAdmin,
    boolean isSecure,
    Set<RoomName> rooms) {
  public User {
    rooms = Set.copyOf(rooms);
  }

  /** The same, an operator of the server or not. */
  public User ranked(boolean isOperator) {
    return new User(source, realname, since, isOperator, isSecure, rooms);
  }
}
