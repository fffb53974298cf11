package conclave.it;

import conclave.Needles;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where a server is, and the ways in.
 *
 * @param fingerprint SHA-256 of the certificate that it must show
 */
record Door(InetAddress host, int port, String fingerprint) {
  /** The password of every account in these tests. */
  static final String PASSWORD = Needles.PASSWORD;

  /** The last line of a welcome without a message of the day. */
  private static final String WELCOMED = ":* 422 *";

  /** One of this machine. */
  Door(int port, String fingerprint) {
    this(here(), port, fingerprint);
  }

  /** The loopback address {@code ::1}. */
  static InetAddress here() {
    byte[] bytes = new byte[16];
    bytes[15] = 1;
    return address(bytes);
  }

  static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A connection that has not read its greeting. */
  Peer connect() {
    return Peer.connect(host, port, fingerprint);
  }

  /** A connection that has been greeted, and has not said anything. */
  Peer greeted() {
    Peer peer = connect();
    peer.expect("NOTICE * :Conclave on *");
    peer.expect("NOTICE * :With openssl, *");
    return peer;
  }

  /** Makes an account, where anybody may. */
  void account(String name) {
    try (Peer peer = newPlain(name)) {
      peer.send("/quit");
      peer.await("Goodbye: *");
      peer.expectClosed();
    }
  }

  /** Makes an account, and stays in the dialect for people. */
  Peer newPlain(String name) {
    Peer peer = greeted().plain();
    peer.send("/register " + name);
    peer.expect("Choose a password for " + name + " *");
    peer.send(PASSWORD);
    peer.await("Welcome, " + name + ". *");
    return peer;
  }

  /** Logs in to an account in the dialect for people. */
  Peer plain(String name) {
    Peer peer = greeted().plain();
    peer.send("/login " + name);
    peer.expect("The password of " + name + " *");
    peer.send(PASSWORD);
    peer.await("Welcome, " + name + ". *");
    return peer;
  }

  /** Makes an account, and logs in to it as an IRC client. */
  Peer newIrc(String name, String... capabilities) {
    account(name);
    return irc(name, capabilities);
  }

  /** Logs in to an account as an IRC client. */
  Peer irc(String name, String... capabilities) {
    Peer peer = greeted();
    peer.send("CAP LS 302");
    peer.await(":* CAP * LS :*");
    String wanted = String.join(" ", capabilities);
    if (!wanted.isEmpty()) {
      peer.send("CAP REQ :" + wanted);
      peer.expect(":* CAP * ACK :" + wanted);
    }
    peer.send("PASS " + name + ":" + PASSWORD);
    peer.send("NICK " + name);
    peer.send("USER " + name + " 0 * :" + name + " herself");
    peer.send("CAP END");
    peer.await(WELCOMED);
    return peer;
  }

  /** Comes in without an account, where that is allowed. */
  Peer guest(String nick) {
    Peer peer = greeted();
    peer.send("NICK " + nick);
    peer.send("USER " + nick + " 0 * :" + nick + " herself");
    peer.await(WELCOMED);
    return peer;
  }
}
