package conclave.it;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Somebody who tries passwords, each time from another network of 127.0.0.0/8. */
final class Intruder {
  private static final int NETWORKS = 250;
  private static final String WRONG = "not the password";

  private final Door door;

  Intruder(Door door) {
    this.door = door;
  }

  /** One wrong log-in: how it was refused. Must not succeed. */
  String tryOnce(int number, String name) {
    try (Peer peer = Peer.connectFrom(source(number), door.port(), door.fingerprint())) {
      return switch (number % 3) {
        case 0 -> byPlain(peer, name);
        case 1 -> byScram(peer, name);
        default -> byPass(peer, name);
      };
    }
  }

  /** Neighbours in number are in different networks of every width. */
  private static InetAddress source(int number) {
    int high = 1 + number % NETWORKS;
    int low = 1 + number / NETWORKS;
    try {
      return InetAddress.getByAddress(new byte[] {127, (byte) high, (byte) low, 1});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String byPlain(Peer peer, String name) {
    begin(peer, "PLAIN");
    peer.send("AUTHENTICATE " + base64("\0" + name + "\0" + WRONG));
    return verdict(peer);
  }

  private static String byScram(Peer peer, String name) {
    begin(peer, "SCRAM-SHA-256");
    peer.send("AUTHENTICATE " + base64("n,,n=" + name + ",r=aNonceOfTheClient"));
    String answer = peer.next().orElse("closed");
    if (!answer.startsWith("AUTHENTICATE ")) {
      return answer;
    }
    byte[] asked = Base64.getDecoder().decode(answer.substring("AUTHENTICATE ".length()));
    String nonce = new String(asked, StandardCharsets.UTF_8).split(",", 2)[0];
    String proof = Base64.getEncoder().encodeToString(new byte[32]);
    peer.send("AUTHENTICATE " + base64("c=biws," + nonce + ",p=" + proof));
    String error = "AUTHENTICATE " + base64("e=invalid-proof");
    return error.equals(peer.next().orElse("closed")) ? "e=invalid-proof" : "no refusal of a proof";
  }

  private static void begin(Peer peer, String mechanism) {
    peer.send("CAP REQ :sasl").send("NICK intruder").send("USER intruder 0 * :x");
    peer.await(":* CAP * ACK :sasl");
    peer.send("AUTHENTICATE " + mechanism);
    peer.expect("AUTHENTICATE +");
  }

  private static String verdict(Peer peer) {
    String line = peer.next().orElse("closed");
    if (line.contains(" 900 ") || line.contains(" 903 ")) {
      throw new AssertionError("an intruder is in: " + line);
    }
    return line;
  }

  private static String byPass(Peer peer, String name) {
    peer.send("PASS " + name + ":" + WRONG).send("NICK intruder").send("USER intruder 0 * :x");
    for (String part : List.of("greeting", "hint")) {
      if (peer.next().isEmpty()) {
        return "closed at the " + part;
      }
    }
    Optional<String> line = peer.next();
    if (line.filter(l -> l.contains(" 001 ")).isPresent()) {
      throw new AssertionError("an intruder is in");
    }
    return line.orElse("closed");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
