package conclave.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** One client on a TLS socket, which believes any certificate. */
final class Wire implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final SSLSocket socket;
  private final BufferedReader in;
  private final List<String> heard = new ArrayList<>();

  private Wire(SSLSocket socket) throws IOException {
    this.socket = socket;
    this.in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  private record Anybody() implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  static Wire to(int port) throws IOException {
    return to(port, new KeyManager[0]);
  }

  /** With what shows a certificate. */
  static Wire to(int port, KeyManager[] keys) throws IOException {
    return over(trusting(keys), port);
  }

  /** With sessions that others over the same may have begun. */
  static Wire over(SSLContext tls, int port) throws IOException {
    SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket("::1", port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return new Wire(socket);
  }

  /** Believes any certificate. */
  static SSLContext trusting(KeyManager... keys) {
    try {
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(keys, new TrustManager[] {new Anybody()}, null);
      return tls;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  X509Certificate certificate() throws IOException {
    return (X509Certificate) socket.getSession().getPeerCertificates()[0];
  }

  Wire send(String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Sends base64 of a text as AUTHENTICATE does, in pieces of 400. */
  Wire authenticate(String message) throws IOException {
    String data = Base64.getEncoder().encodeToString(message.getBytes(StandardCharsets.UTF_8));
    for (; data.length() >= 400; data = data.substring(400)) {
      send("AUTHENTICATE " + data.substring(0, 400));
    }
    return send("AUTHENTICATE " + (data.isEmpty() ? "+" : data));
  }

  /** Reads up to a line that has this in it, and returns that. */
  String until(String part) throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      heard.add(line);
      if (line.contains(part)) {
        return line;
      }
    }
    throw new AssertionError("closed before: " + part + ", after:\n" + String.join("\n", heard));
  }

  /** The server's next message by SASL, from as many pieces as it takes. */
  String challenge() throws IOException {
    StringBuilder data = new StringBuilder();
    String piece;
    do {
      piece = until("AUTHENTICATE ").substring("AUTHENTICATE ".length());
      data.append(piece.equals("+") ? "" : piece);
    } while (piece.length() == 400);
    return new String(Base64.getDecoder().decode(data.toString()), StandardCharsets.UTF_8);
  }

  /** Begins as an IRC client that will log in by SASL does. */
  Wire begun(String nick) throws IOException {
    send("CAP LS 302").send("NICK " + nick).send("USER " + nick + " 0 * :Somebody");
    send("CAP REQ :sasl").until("ACK");
    return this;
  }

  /** Tries a log-in by SASL PLAIN. */
  Wire plain(String name, String secret) throws IOException {
    send("AUTHENTICATE PLAIN").challenge();
    return authenticate("\0" + name + "\0" + secret);
  }

  /** Logs in by PASS, and is let in. */
  Wire in(String name, String secret) throws IOException {
    String nick = name.replaceAll("[@*].*", "");
    send("PASS " + name + ":" + secret)
        .send("NICK " + nick)
        .send("USER " + nick + " 0 * :Somebody");
    until(" 001 " + nick + " ");
    return this;
  }

  /** Says something and returns what that word of the line that has this part is. */
  String ask(String line, String part, int word) throws IOException {
    return send(line).until(part).split(" ")[word];
  }

  /** Reads to the end of the connection, and returns its last line. */
  String last() throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      heard.add(line);
    }
    return heard.get(heard.size() - 1);
  }

  /** All that was heard so far. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  /** All that comes before the answer to a question asked now. */
  List<String> heardUpToNow() throws IOException {
    int from = heard.size();
    send("PING :fence" + from);
    until("fence" + from);
    return List.copyOf(heard.subList(from, heard.size() - 1));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
