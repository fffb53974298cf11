package conclave.bench;

import conclave.client.IrcLine;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** As little of an IRC server as can be measured, without echo, and with habits. */
final class RelayServer {
  /** What it does with some of what it is told. */
  enum Habit {
    FAITHFUL,
    DROPS,
    REPEATS,
    DALLIES,
    CUTS,
    REFUSES
  }

  /** Each message of that number is treated so. */
  private static final int SOME = 7;

  private static final long DALLYING_MILLIS = 200;

  private final Vertx vertx;
  private final Habit habit;
  private final Map<String, Set<NetSocket>> rooms = new HashMap<>();
  private int port;
  private int said;

  private RelayServer(Vertx vertx, Habit habit) {
    this.vertx = vertx;
    this.habit = habit;
  }

  static RelayServer start(Vertx vertx, Habit habit) {
    RelayServer server = new RelayServer(vertx, habit);
    NetServer listening =
        vertx.createNetServer().connectHandler(server::accept).listen(0, "127.0.0.1").await();
    server.port = listening.actualPort();
    return server;
  }

  int port() {
    return port;
  }

  private void accept(NetSocket socket) {
    socket.handler(
        RecordParser.newDelimited(
            "\r\n", line -> hear(socket, IrcLine.parse(line.toString(StandardCharsets.UTF_8)))));
    socket.closeHandler(gone -> rooms.values().forEach(members -> members.remove(socket)));
  }

  private void hear(NetSocket socket, IrcLine line) {
    switch (line.command()) {
      case "CAP" -> answerCap(socket, line);
      case "USER" ->
          socket.write(habit == Habit.REFUSES ? ":s 465 x :Go away\r\n" : ":s 001 x :Welcome\r\n");
      case "JOIN" -> join(socket, line.param(0));
      case "MODE" -> socket.write(":s 472 x E :is unknown mode char to me\r\n");
      case "PRIVMSG" -> {
        if (habit == Habit.DALLIES) {
          vertx.setTimer(DALLYING_MILLIS, later -> say(socket, line));
        } else {
          say(socket, line);
        }
      }
      case "QUIT" -> socket.close();
      default -> {}
    }
  }

  private static void answerCap(NetSocket socket, IrcLine line) {
    if (line.param(0).equals("REQ")) {
      socket.write(":s CAP * NAK :" + line.text() + "\r\n");
    }
  }

  private void join(NetSocket socket, String room) {
    rooms.computeIfAbsent(room, name -> new LinkedHashSet<>()).add(socket);
    socket.write(":s 366 x " + room + " :End of /NAMES list\r\n");
  }

  private void say(NetSocket from, IrcLine line) {
    boolean isTurn = ++said % SOME == 0;
    if (isTurn && habit == Habit.CUTS) {
      from.close();
      return;
    }
    int times = !isTurn ? 1 : habit == Habit.DROPS ? 0 : habit == Habit.REPEATS ? 2 : 1;
    String text = ":x!y@z PRIVMSG " + line.param(0) + " :" + line.text() + "\r\n";
    for (NetSocket member : rooms.getOrDefault(line.param(0), Set.of())) {
      if (member != from) {
        member.write(text.repeat(times));
      }
    }
  }
}
