package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client sends that it should not is answered, and harms nobody. */
class MisuseTest {
  @TempDir static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.start(folder);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void aLineThatIsFarTooLongIsAnsweredInIrc() {
    try (Peer alice = server.door().newIrc("longa")) {
      alice.send("PRIVMSG longa :" + "x".repeat(9_000));
      alice.expect(":conclave.local 417 longa :Input line was too long");
      alice.send("PRIVMSG longa :" + "x".repeat(600));
      alice.expect(":conclave.local 417 longa :Input line was too long");
      alice.send("@tag=" + "x".repeat(8_190) + " PING tagged");
      alice.expect(":conclave.local 417 longa :Input line was too long");
      alice.expectNothingMore();
    }
  }

  @Test
  void aLineThatIsFarTooLongIsAnsweredToAPerson() {
    try (Peer alice = server.door().newPlain("longb")) {
      alice.send("/join longroom");
      alice.await("In #longroom: *");
      for (int length : new int[] {9_000, 600}) {
        alice.send("x".repeat(length));
        alice.expect("! That line is too long; it was not sent.");
      }
      alice.expectNothingMore();
    }
  }

  @Test
  void theLongestLineThatFitsIsRelayedWhole() {
    try (Peer bob = server.door().newIrc("fitb");
        Peer alice = server.door().newIrc("fita")) {
      String head = ":fita!fita@user/fita PRIVMSG fitb :";
      String text = "x".repeat(510 - head.length());
      alice.send("PRIVMSG fitb :" + text);
      bob.expect(head + text);
      alice.send("PRIVMSG fitb :" + text + "x");
      alice.expect(":conclave.local 417 fita :Input line was too long");
      bob.expectNothingMore();
    }
  }

  @Test
  void whatIsNoUtf8IsRefusedAndNotSaid() {
    try (Peer alice = server.door().newIrc("utfa");
        Peer bob = server.door().newPlain("utfb")) {
      alice.sendBytes(latin("PRIVMSG utfb :caf\u00e9\r\n"));
      alice.expect(
          ":conclave.local FAIL PRIVMSG INVALID_UTF8 :Message rejected: it is not valid UTF-8");
      bob.sendBytes(latin("/msg utfa caf\u00e9\n"));
      bob.expect("! That line is not UTF-8 text; it was not sent.");
      bob.expectNothingMore();
      alice.expectNothingMore();
    }
  }

  @Test
  void everyLanguageIsRelayed() {
    try (Peer alice = server.door().newIrc("langa");
        Peer bob = server.door().newPlain("langb")) {
      alice.send("PRIVMSG langb :Grüße, 你好, שלום, 👩‍👩‍👧");
      bob.expect("[*] -> langb langa: Grüße, 你好, שלום, 👩‍👩‍👧");
    }
  }

  @Test
  void aNulIsNeverRelayed() {
    try (Peer alice = server.door().newIrc("nula");
        Peer bob = server.door().newPlain("nulb")) {
      alice.send("PRIVMSG nulb :a\0b");
      alice.expect(":conclave.local 421 nula PRIVMSG :Unknown command");
      bob.send("/msg nula a\0b");
      bob.expect("[*] -> nula nulb: ab");
      alice.expect(":nulb!nulb@user/nulb PRIVMSG nula :ab");
      bob.expectNothingMore();
      alice.expectNothingMore();
    }
  }

  @Test
  void whoGoesOnSendingWhatCantBeReadIsClosed() {
    try (Peer alice = server.door().newIrc("fifty")) {
      for (int i = 1; i < 50; i++) {
        alice.sendBytes(latin("PRIVMSG fifty :\u00e9\r\n"));
        alice.expect(":conclave.local FAIL PRIVMSG INVALID_UTF8 :*");
      }
      alice.sendBytes(latin("PRIVMSG fifty :\u00e9\r\n"));
      alice.expect("ERROR :*Too many lines that can't be read");
      alice.expectClosed();
    }
  }

  @Test
  void unknownCommandsNeverCloseAConnection() {
    try (Peer alice = server.door().newIrc("sixty")) {
      for (int i = 0; i < 60; i++) {
        alice.send("FROB" + i);
        alice.expect(":conclave.local 421 sixty FROB" + i + " :Unknown command");
      }
      alice.expectNothingMore();
    }
  }

  @Test
  void aSaslMessageThatIsTooLongIsRefused() {
    try (Peer alice = server.door().greeted()) {
      alice.send("AUTHENTICATE PLAIN");
      alice.expect("AUTHENTICATE +");
      alice.send("AUTHENTICATE " + "A".repeat(401));
      alice.expect(":conclave.local 905 * :SASL message too long");
      alice.send("AUTHENTICATE PLAIN");
      alice.expect("AUTHENTICATE +");
      for (int i = 0; i < 9; i++) {
        alice.send("AUTHENTICATE " + "A".repeat(400));
      }
      alice.expect(":conclave.local 905 * :SASL message too long");
      alice.expectNothingMore();
    }
  }

  @Test
  void aSaslMessageInSeveralPiecesLogsIn() {
    String password = "p".repeat(300);
    try (Peer alice = server.door().greeted()) {
      alice.send("/register pieces");
      alice.await("Choose *");
      alice.send(password);
      alice.await("Welcome, pieces. *");
    }
    try (Peer alice = server.door().greeted()) {
      byte[] message = ("\0pieces\0" + password).getBytes(StandardCharsets.US_ASCII);
      String base64 = Base64.getEncoder().encodeToString(message);
      alice.send("AUTHENTICATE PLAIN");
      alice.expect("AUTHENTICATE +");
      alice.send("AUTHENTICATE " + base64.substring(0, 400));
      alice.send("AUTHENTICATE " + base64.substring(400));
      alice.expect(":conclave.local 900 * pieces!pieces@user/pieces pieces :*");
      alice.expect(":conclave.local 903 *");
    }
  }

  @Test
  void whoSpeaksNoTlsIsClosed() throws IOException {
    try (Socket socket = new Socket(Door.here(), server.door().port())) {
      socket.setSoTimeout((int) Peer.PATIENCE.toMillis());
      socket.getOutputStream().write(latin("NICK alice\r\nUSER alice 0 * :Alice\r\n"));
      byte[] heard = socket.getInputStream().readAllBytes();
      assertThat(new String(heard, StandardCharsets.ISO_8859_1)).doesNotContain("Conclave");
    }
    try (Peer alice = server.door().greeted()) {
      alice.expectNothingMore();
    }
  }

  @Test
  void aThousandConnectionsThatDoNotShakeHandsDisturbNobody() throws IOException {
    List<Socket> silent = new ArrayList<>();
    try (Peer alice = server.door().newIrc("calma", "echo-message");
        Peer bob = server.door().newPlain("calmb")) {
      for (int i = 0; i < 1_000; i++) {
        silent.add(new Socket(Door.here(), server.door().port()));
        if (i % 50 == 0) {
          alice.send("PRIVMSG calmb :" + i);
          alice.expect(":calma!calma@user/calma PRIVMSG calmb :" + i);
          bob.expect("[*] -> calmb calma: " + i);
        }
      }
      try (Peer carol = server.door().newPlain("calmc")) {
        carol.send("/msg calma I came in all the same");
        alice.expect(":calmc!calmc@user/calmc PRIVMSG calma :I came in all the same");
      }
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  @Test
  void linesMayComeInAnyPieces() {
    try (Peer alice = server.door().newIrc("piecea", "echo-message")) {
      byte[] lines =
          latin("PRIVMSG piecea :one\nPRIVMSG piecea :two\r\n\r\nPRIVMSG piecea :three\r\n");
      for (byte b : lines) {
        alice.sendBytes(new byte[] {b});
      }
      for (String text : List.of("one", "two", "three")) {
        alice.expect(":piecea!piecea@user/piecea PRIVMSG piecea :" + text);
      }
      alice.sendBytes(Arrays.copyOf(latin("QUIT :half a line"), 10));
      alice.send(" :whole");
      alice.expect("ERROR :*");
      alice.expectClosed();
    }
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
