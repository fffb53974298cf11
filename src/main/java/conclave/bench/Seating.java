package conclave.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Who is in which room and on which server, and who talks: clients go round the rooms and round the
 * servers. Everybody is in one room.
 */
final class Seating {
  /** Cells of a tally, each with 12 bytes. */
  static final long MOST_CELLS = 20_000_000;

  private final int clients;
  private final int rooms;
  private final int servers;
  private final int[] senders;

  /** The place of a client among the senders of its room; negative where it sends nothing. */
  private final int[] slots;

  private final int[] sendersIn;

  private Seating(int clients, int rooms, int servers, int[] senders) {
    this.clients = clients;
    this.rooms = rooms;
    this.servers = servers;
    this.senders = senders;
    this.slots = new int[clients];
    this.sendersIn = new int[rooms];
    Arrays.fill(slots, -1);
    for (int sender : senders) {
      slots[sender] = sendersIn[sender % rooms]++;
    }
  }

  /**
   * Seats clients.
   *
   * @param talking how many send; all of them are on the first server
   */
  static Seating of(int clients, int rooms, int servers, int talking) {
    List<Integer> senders = new ArrayList<>();
    for (int i = 0; i < clients && senders.size() < talking; i += servers) {
      senders.add(i);
    }
    return new Seating(
        clients, rooms, servers, senders.stream().mapToInt(Integer::intValue).toArray());
  }

  /** As many as there can be, where every client of the first server sends. */
  static int mostSenders(int clients, int servers) {
    return (clients + servers - 1) / servers;
  }

  int clients() {
    return clients;
  }

  int rooms() {
    return rooms;
  }

  int servers() {
    return servers;
  }

  int senders() {
    return senders.length;
  }

  /** The client that sends the how-manieth message of all. */
  int sender(long message) {
    return senders[(int) (message % senders.length)];
  }

  int room(int client) {
    return client % rooms;
  }

  int server(int client) {
    return client % servers;
  }

  /** The place among the senders of its room; negative where it sends nothing. */
  int slot(int client) {
    return slots[client];
  }

  int sendersIn(int room) {
    return sendersIn[room];
  }

  int membersOf(int room) {
    return clients / rooms + (room < clients % rooms ? 1 : 0);
  }

  /** The next member of the same room; the same one where it is alone. */
  int neighbour(int client) {
    return client + rooms < clients ? client + rooms : room(client);
  }

  /** How many pairs of a member and a sender in its room there are. */
  long cells() {
    long cells = 0;
    for (int room = 0; room < rooms; room++) {
      cells += (long) membersOf(room) * sendersIn[room];
    }
    return cells;
  }
}
