package conclave.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreementTest {
  @TempDir private Path folder;
  private Loading loading;

  @BeforeEach
  void start() {
    loading = new Loading(folder);
  }

  @Test
  void aCertificateNeedsItsKeyAndAKeyItsCertificate() {
    loading.write("x.pem", "x");
    assertThat(loading.mistakesOf("tls:\n  certificate: x.pem\n"))
        .containsExactly("c.yaml:2: tls.certificate: needs tls.key beside it");
    assertThat(loading.mistakesOf("tls:\n  key: x.pem\n"))
        .containsExactly("c.yaml:2: tls.key: needs tls.certificate beside it");
  }

  @Test
  void somethingMustListen() {
    assertThat(loading.mistakesOf("server:\n  listen: []\n"))
        .containsExactly(
            "c.yaml:2: server.listen: needs an address, because server.listen-plaintext has none"
                + " either");
    assertThat(loading.mistakesOf("server: {listen: [], listen-plaintext: ['[::1]:6667']}\n"))
        .isEmpty();
    assertThat(loading.mistakesOf("server: {listen: [], listen-websocket: ['[::]:8067']}\n"))
        .isEmpty();
  }

  @Test
  void webSocketsWithoutTlsStayOnTheMachineAndOriginsAreOrigins() {
    assertThat(loading.mistakesOf("server:\n  listen-websocket-plaintext: ['[::]:8067']\n"))
        .singleElement()
        .asString()
        .startsWith("c.yaml:2: server.listen-websocket-plaintext: \"[::]:8067\" is not a loopback");
    String origins = "[https://chat.example.org, 'http://[::1]:80', '*']";
    assertThat(loading.mistakesOf("server: {websocket-origins: " + origins + "}\n")).isEmpty();
    assertThat(loading.mistakesOf("server:\n  websocket-origins: [chat.example.org]\n"))
        .containsExactly(
            "c.yaml:2: server.websocket-origins: \"chat.example.org\" is not an origin, such as"
                + " https://chat.example.org, or *");
  }

  @Test
  void roomsThatAreThereFromTheStartAreAdmitted() {
    assertThat(loading.mistakesOf("rooms:\n  default: ['#чай']\n")).isEmpty();
    assertThat(loading.mistakesOf("server: {casemapping: ascii}\nrooms:\n  default: ['#чай']\n"))
        .containsExactly(
            "c.yaml:3: rooms.default: \"#чай\" is not ASCII, as server.casemapping wants it");
    assertThat(loading.mistakesOf("server:\n  casemapping: rfc1459\n"))
        .containsExactly("c.yaml:2: server.casemapping: \"rfc1459\" is not one of precis, ascii");
  }

  @Test
  void theLongestDelayIsNotShorterThanTheFirst() {
    assertThat(loading.mistakesOf("limits:\n  log-in-delay: 2m\n  log-in-delay-max: 1m\n"))
        .containsExactly("c.yaml:3: limits.log-in-delay-max: is shorter than limits.log-in-delay");
    assertThat(loading.mistakesOf("limits: {log-in-delay: 1m, log-in-delay-max: 1m}\n")).isEmpty();
  }

  @Test
  void noAddressIsListenedOnTwice() {
    assertThat(
            loading.mistakesOf(
                """
                server:
                  listen: ["[::1]:7000", "[::1]:0", "[::1]:0"]
                  listen-plaintext:
                    - "[::1]:7000"
                status:
                  listen: "[::1]:7000"
                """))
        .containsExactly(
            "c.yaml:4: server.listen-plaintext: [::1]:7000 is listened on twice",
            "c.yaml:6: status.listen: [::1]:7000 is listened on twice");
  }

  @Test
  void proxiesAreSomewhereAndComeToAnAddressOfTheServer() {
    String some = "server:\n  listen: ['[::]:6697', '[::]:6698']\n";
    assertThat(
            loading.mistakesOf(
                some
                    + "  listen-proxied: ['[::]:6698']\n  proxy-protocol-from: ['192.0.2.7/32']\n"))
        .isEmpty();
    assertThat(loading.mistakesOf(some + "  listen-proxied: ['[::]:6698']\n"))
        .containsExactly(
            "c.yaml:3: server.listen-proxied: needs server.proxy-protocol-from beside it");
    assertThat(loading.mistakesOf(some + "  proxy-protocol-from: ['192.0.2.7']\n"))
        .containsExactly(
            "c.yaml:3: server.proxy-protocol-from: needs server.listen-proxied beside it");
    assertThat(
            loading.mistakesOf(
                some + "  listen-proxied: ['[::]:6699']\n  proxy-protocol-from: ['::/0', here]\n"))
        .containsExactly(
            "c.yaml:4: server.proxy-protocol-from: \"::/0\" is not an address or a network, such as"
                + " 192.0.2.7 or 2001:db8::/32",
            "c.yaml:4: server.proxy-protocol-from: \"here\" is not an address or a network, such as"
                + " 192.0.2.7 or 2001:db8::/32",
            "c.yaml:3: server.listen-proxied: [::]:6699 is in none of the other lists of addresses");
  }

  @Test
  void theStatusPageLeavesTheMachineOnlyOverTls() {
    assertThat(loading.mistakesOf("status: {listen: '[::]:8697'}\n")).isEmpty();
    assertThat(loading.mistakesOf("status: {tls: false}\n")).isEmpty();
    assertThat(loading.mistakesOf("status: {tls: false, listen: none}\n")).isEmpty();
    assertThat(loading.mistakesOf("status:\n  listen: '[::]:8697'\n  tls: false\n"))
        .containsExactly(
            "c.yaml:3: status.tls: can be false only if status.listen is a loopback address, such"
                + " as [::1]:8697");
  }

  @Test
  void namesFitTheLimits() {
    String long65 = "#" + "x".repeat(64);
    assertThat(loading.mistakesOf("rooms:\n  default:\n    - '#a'\n    - '" + long65 + "'\n"))
        .singleElement()
        .asString()
        .startsWith("c.yaml:4: rooms.default: \"#xxx")
        .endsWith("is longer than limits.room-length, which is 64 bytes");
    assertThat(
            loading.mistakesOf("rooms: {default: ['" + long65 + "']}\nlimits: {room-length: 65}\n"))
        .isEmpty();
    assertThat(
            loading.mistakesOf(
                "limits: {nick-length: 9}\noperators: [{account: alexandrina, role: admin}]\n"))
        .containsExactly(
            "c.yaml:2: operators: \"alexandrina\" is longer than limits.nick-length, which is 9"
                + " bytes");
  }

  @Test
  void listsNameEachThingOnce() {
    assertThat(
            loading.mistakesOf(
                """
                tls: {protocols: [TLSv1.3, TLSv1.3]}
                rooms: {default: ["#a", "#a"]}
                operators: [{account: a, role: admin}, {account: a, role: admin}]
                """))
        .containsExactly(
            "c.yaml:1: tls.protocols: \"TLSv1.3\" is listed twice",
            "c.yaml:2: rooms.default: \"#a\" is listed twice",
            "c.yaml:3: operators: \"a\" is listed twice");
    assertThat(loading.mistakesOf("tls: {protocols: []}\n"))
        .containsExactly("c.yaml:1: tls.protocols: needs one protocol");
  }

  @Test
  void aRuleIsPassedOverWhileOneOfItsKeysIsAMistakeItself() {
    assertThat(loading.mistakesOf("rooms: {default: ['#a']}\nlimits: {room-length: many}\n"))
        .hasSize(1);
  }
}
