package conclave.it;

import conclave.Needles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and passwords that are none: each is refused in words, and the connection goes on. */
class StrangeLogInsTest {
  private static final String LONG = "x".repeat(10_000);

  @TempDir static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.start(folder);
    server.door().account("alice");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Peer begun() {
    Peer peer = server.door().greeted();
    peer.send("CAP LS 302").await(":* CAP * LS :*");
    return peer;
  }

  /** One of each general category that ASCII does not have, or that no name may have. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0001b", // Cc
        "a\u0085b", // Cc, beyond ASCII
        "a\u200db", // Cf
        "a\u202eb", // Cf, turns the direction
        "a\ue000b", // Co
        "a\u0378b", // Cn
        "a\ufdd0b", // Cn, a noncharacter
        "\u0301b", // Mn, first
        "a\u20ddb", // Me
        "a\u0663", // Nd, a digit of another script
        "a\u2167", // Nl
        "a\u00b2", // No
        "\u01c5", // Lt
        "\u02b0", // Lm
        "a\u203fb", // Pc
        "a\u2010b", // Pd
        "a\u00abb", // Pi
        "a\u00bbb", // Pf
        "a\u3001b", // Po
        "a\u300cb", // Ps
        "a\u300db", // Pe
        "a\u2211b", // Sm
        "a\u20acb", // Sc
        "a\u00a8b", // Sk
        "\ud83d\ude00", // So
        "a\u00a0b", // Zs
        "a\u2028b", // Zl
        "a\u2029b" // Zp
      })
  void aNameOfAnyKindIsRefused(String name) {
    try (Peer peer = begun()) {
      peer.send("REGISTER " + name + " * " + Door.PASSWORD);
      peer.expect(":conclave.local FAIL REGISTER BAD_ACCOUNT_NAME *");
      peer.send("NICK " + name);
      peer.expect(":conclave.local 432 * *");
      peer.send("AUTHENTICATE PLAIN").expect("AUTHENTICATE +");
      peer.send("AUTHENTICATE " + base64("\0" + name + "\0" + Needles.WRONG_PASSWORD));
      peer.expect(":conclave.local 904 *");
      peer.expectNothingMore();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "\u0430lice, BAD_ACCOUNT_NAME", // of two scripts, looks like alice
    "a\u0903b, BAD_ACCOUNT_NAME", // of two scripts
    "\uff21lice, ACCOUNT_EXISTS", // full width: alice
    "\u05d0b, BAD_ACCOUNT_NAME" // to the left and to the right
  })
  void aNameThatLooksLikeAnotherIsRefused(String name, String code) {
    try (Peer peer = begun()) {
      peer.send("REGISTER " + name + " * " + Door.PASSWORD);
      peer.expect(":conclave.local FAIL REGISTER " + code + " *");
      peer.expectNothingMore();
    }
  }

  @Test
  void halfASurrogateIsNoText() {
    byte[] half = {'a', (byte) 0xed, (byte) 0xa0, (byte) 0x80, 'b'};
    String name = new String(half, StandardCharsets.ISO_8859_1);
    try (Peer peer = begun()) {
      for (String verb : new String[] {"REGISTER", "NICK"}) {
        peer.sendBytes((verb + " " + name + " * pass\r\n").getBytes(StandardCharsets.ISO_8859_1));
        peer.expect(":conclave.local FAIL " + verb + " INVALID_UTF8 :*");
      }
      peer.send("AUTHENTICATE PLAIN").expect("AUTHENTICATE +");
      byte[] message = ("\0" + name + "\0pass").getBytes(StandardCharsets.ISO_8859_1);
      peer.send("AUTHENTICATE " + Base64.getEncoder().encodeToString(message));
      peer.expect(":conclave.local 904 *");
      peer.expectNothingMore();
    }
  }

  @Test
  void anEmptyPasswordIsNone() {
    try (Peer peer = begun()) {
      peer.send("REGISTER bob * :");
      peer.expect(":conclave.local FAIL REGISTER UNACCEPTABLE_PASSWORD bob :*");
      peer.send("AUTHENTICATE PLAIN").expect("AUTHENTICATE +");
      peer.send("AUTHENTICATE " + base64("\0alice\0")).expect(":conclave.local 904 *");
      peer.send("NICK alice").send("USER alice 0 * :Alice");
      peer.send("CAP END").expect(":conclave.local FAIL * ACCOUNT_REQUIRED :*");
      peer.send("PRIVMSG NickServ :IDENTIFY alice :");
      peer.expect(":NickServ!NickServ@conclave.local NOTICE * :*");
      peer.expectNothingMore();
    }
    try (Peer peer = server.door().greeted()) {
      peer.send("PASS alice:").send("NICK alice").send("USER alice 0 * :Alice");
      peer.expect(":conclave.local 464 * :Password incorrect");
    }
    try (Peer peer = server.door().greeted()) {
      peer.send("/login alice").expect("The password of alice *");
      peer.send("").send("/who").expect("! *");
    }
  }

  @Test
  void aPasswordOfTenThousandCharactersIsRefused() {
    try (Peer peer = begun()) {
      peer.send("REGISTER bob * " + LONG).expect(":conclave.local 417 * :Input line was too long");
      peer.send("PASS alice:" + LONG).expect(":conclave.local 417 * :Input line was too long");
      peer.send("AUTHENTICATE PLAIN").expect("AUTHENTICATE +");
      String message = base64("\0alice\0" + LONG);
      for (int i = 0; i < message.length(); i += 400) {
        peer.send("AUTHENTICATE " + message.substring(i, Math.min(i + 400, message.length())));
      }
      peer.await(":conclave.local 905 * :SASL message too long");
      peer.skipAll();
      peer.send("PRIVMSG NickServ :IDENTIFY alice " + LONG);
      peer.expect(":conclave.local 417 * :Input line was too long");
      peer.expectNothingMore();
    }
    try (Peer peer = server.door().greeted()) {
      peer.send("/login alice").expect("The password of alice *");
      peer.send(LONG).expect("! That line is too long; it was not sent.");
      peer.send(Needles.WRONG_PASSWORD).expect("! That is not the right name and password.");
      peer.expectNothingMore();
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
