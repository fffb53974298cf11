package conclave.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.ongres.scram.client.ScramClient;
import com.ongres.scram.common.util.TlsServerEndpoint;
import conclave.Needles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another certificate while the server runs. */
class CertificateReloadTest {
  private static final String PASSWORD = Needles.PASSWORD;
  private static final String PLUS = "SCRAM-SHA-256-PLUS";

  @TempDir Path data;

  private IdentityServer server;
  private Wire boss;

  @BeforeEach
  void start() throws IOException {
    server =
        IdentityServer.start(
            data,
            "server.listen-websocket=[::1]:0",
            "status.listen=[::1]:0",
            "operators=[{account: boss, role: admin}]");
    server.account("boss", PASSWORD);
    boss = server.in("boss", PASSWORD);
  }

  @AfterEach
  void stop() throws IOException {
    boss.close();
    server.close();
  }

  /** The server makes itself a certificate where there is none. */
  private void exchange() throws IOException {
    Files.delete(data.resolve("tls/certificate.pem"));
    Files.delete(data.resolve("tls/key.pem"));
  }

  private void rehash() throws IOException {
    boss.send("REHASH").until("NOTE REHASH CHANGED tls.certificate ");
    boss.until("NOTE REHASH DONE");
  }

  private static SSLSocket shaken(SSLContext tls, int port, String protocol) throws IOException {
    SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket("::1", port);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {protocol});
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    assertThat(socket.getApplicationProtocol()).isEqualTo(protocol);
    return socket;
  }

  private static Certificate shown(int port, String protocol) throws IOException {
    try (SSLSocket socket = shaken(Wire.trusting(), port, protocol)) {
      return socket.getSession().getPeerCertificates()[0];
    }
  }

  private static void bindsTo(Certificate certificate, Wire wire) throws Exception {
    wire.send("CAP REQ :sasl").until("ACK");
    ScramClient scram =
        ScramClient.builder()
            .advertisedMechanisms(List.of(PLUS))
            .username("boss")
            .password(PASSWORD.toCharArray())
            .channelBinding(
                "tls-server-end-point",
                TlsServerEndpoint.getChannelBindingData((X509Certificate) certificate))
            .build();
    wire.send("AUTHENTICATE " + PLUS).challenge();
    wire.authenticate(scram.clientFirstMessage().toString());
    scram.serverFirstMessage(wire.challenge());
    wire.authenticate(scram.clientFinalMessage().toString());
    scram.serverFinalMessage(wire.challenge());
    wire.send("AUTHENTICATE +").until(" 903 ");
  }

  @Test
  void newHandshakesGetTheNewOneEverywhereAndNobodyIsDropped() throws Exception {
    Certificate old = boss.certificate();
    exchange();
    rehash();
    Certificate other = shown(server.port(), "irc");
    assertThat(other).isNotEqualTo(old);
    assertThat(shown(server.port(1), "http/1.1")).isEqualTo(other);
    assertThat(shown(server.statusPort(), "http/1.1")).isEqualTo(other);
    boss.send("PING still").until("still");
    try (SSLSocket web = shaken(Wire.trusting(), server.port(1), "http/1.1")) {
      String ask =
          String.join(
              "\r\n",
              "GET / HTTP/1.1",
              "Host: x",
              "Connection: Upgrade",
              "Upgrade: websocket",
              "Sec-WebSocket-Version: 13",
              "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
              "",
              "");
      web.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(web.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 101");
    }
  }

  @Test
  void aProofIsBoundToTheCertificateThatTheConnectionWasGiven() throws Exception {
    try (Wire before = server.wire()) {
      Certificate old = before.certificate();
      before.send("NICK boss").send("USER boss 0 * :Boss");
      exchange();
      rehash();
      try (Wire after = server.wire()) {
        assertThat(after.certificate()).isNotEqualTo(old);
        bindsTo(after.certificate(), after);
      }
      bindsTo(old, before);
    }
  }

  @Test
  void aBrokenPairKeepsTheOldOneAndSaysWhy() throws Exception {
    Certificate old = boss.certificate();
    Files.writeString(data.resolve("tls/key.pem"), "no key");
    boss.send("REHASH")
        .until("FAIL REHASH MISTAKE :" + data.resolve("tls/certificate.pem") + " and ");
    boss.until("FAIL REHASH KEPT");
    assertThat(shown(server.port(), "irc")).isEqualTo(old);
  }

  @Test
  void aSessionThatIsResumedIsBoundToItsFirstCertificate() throws Exception {
    SSLContext tls = Wire.trusting();
    for (int i = 0; i < 3; i++) {
      try (Wire wire = Wire.over(tls, server.port())) {
        wire.send("CAP LS 302").send("NICK boss").send("USER boss 0 * :Boss");
        bindsTo(wire.certificate(), wire);
      }
    }
  }
}
