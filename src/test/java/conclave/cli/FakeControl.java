package conclave.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The control socket of a server that has all answers ready. */
final class FakeControl implements AutoCloseable {
  final List<String> received = new CopyOnWriteArrayList<>();
  private final Map<String, List<String>> answers = new ConcurrentHashMap<>();
  private final ServerSocketChannel socket;

  /**
   * Listens.
   *
   * @param data the data folder
   */
  FakeControl(Path data) throws IOException {
    Path run = Files.createDirectories(data.resolve("run"));
    socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    socket.bind(UnixDomainSocketAddress.of(run.resolve("control.sock")));
    Thread thread = new Thread(this::serveAll, "fake-control");
    thread.setDaemon(true);
    thread.start();
  }

  /** These lines are the answer to that one; without any, the connection ends. */
  void answer(String request, String... lines) {
    answers.put(request, List.of(lines));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void serveAll() {
    while (socket.isOpen()) {
      try (SocketChannel client = socket.accept()) {
        serve(client);
      } catch (IOException e) {
        // this client is gone, or all is over
      }
    }
  }

  private void serve(SocketChannel client) throws IOException {
    OutputStream out = Channels.newOutputStream(client);
    say(out, "NOTICE * :Conclave on fake. Type /help to begin, or use any IRC client.");
    say(out, "NOTICE * :With openssl, use s_client -quiet.");
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(Channels.newInputStream(client), StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      received.add(line);
      List<String> answer = answers.getOrDefault(line, List.of());
      if (answer.isEmpty()) {
        return;
      }
      for (String one : answer) {
        say(out, one);
      }
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
  }
}
