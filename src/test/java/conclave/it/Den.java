package conclave.it;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;

/** A server with bob, who sees who comes into #den and leaves it. */
final class Den implements AutoCloseable {
  private final RunningServer server;
  private final Peer bob;

  Den(Path folder, String... sets) {
    server = RunningServer.start(folder, sets);
    bob = server.door().newIrc("bob", "away-notify");
    bob.send("JOIN #den");
    bob.skip(":* 366 *");
  }

  RunningServer server() {
    return server;
  }

  Peer bob() {
    return bob;
  }

  /** Somebody comes in, and bob sees it. */
  void comesIn(Peer peer, String nick) {
    peer.send("JOIN #den");
    peer.skip(":* 366 *");
    bob.expect(":" + nick + "!* JOIN #den");
  }

  /** What somebody has said is over for them too: others may be shown it before. */
  void hasHeard(Peer peer) {
    peer.send("PING heard");
    peer.expect(":* PONG * :heard");
  }

  /** Somebody is gone without a word; the server has noticed it when this returns. */
  void drops(Peer peer) {
    long before = server.connections();
    peer.hangUp();
    await().atMost(Peer.PATIENCE).until(() -> server.connections() < before);
  }

  @Override
  public void close() {
    bob.close();
    server.close();
  }
}
