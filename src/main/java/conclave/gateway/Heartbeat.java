package conclave.gateway;

import conclave.command.Reply;
import conclave.handler.Caller.Phase;

/** Is the peer there? It is asked when it was silent, and given up when it still is. One loop. */
final class Heartbeat {
  private final Node node;
  private final long opened = System.nanoTime();
  private long heard = opened;
  private boolean isAsked;

  Heartbeat(Node node) {
    this.node = node;
  }

  /** The peer has said something. */
  void heard() {
    heard = System.nanoTime();
    isAsked = false;
  }

  /**
   * Called every second; ends the connection of a peer that is not there.
   *
   * @param patience how many times the usual time to log in this peer may take
   */
  void tick(long now, Connection peer, int patience) {
    long ping = node.config().limits().ping().toNanos();
    long mayRegister = patience * node.config().limits().registrationTimeout().toNanos();
    if (peer.phase() == Phase.REGISTERING && now - opened > mayRegister) {
      peer.close("Registration timed out");
    } else if (now - heard > 2 * ping) {
      gone(peer);
    } else if (now - heard > ping && !isAsked && peer.phase() == Phase.READY) {
      isAsked = true;
      peer.reply(new Reply.PingYou(node.facts().name()));
    }
  }

  private static void gone(Connection peer) {
    if (peer.output().isPressed()) {
      peer.overflowed(Outbox.TOO_SLOW);
    } else {
      peer.end(Parting.lost("Ping timeout"));
    }
  }
}
