package conclave.client;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** One client of the fake server, served line by line. */
final class FakePeer {
  private final FakeServer server;
  private final Socket socket;
  private String nick = "*";
  private boolean negotiating;
  private boolean welcome;
  private boolean registering;

  FakePeer(FakeServer server, Socket socket) {
    this.server = server;
    this.socket = socket;
  }

  void serve() {
    try {
      LineInput in = new LineInput(socket.getInputStream());
      tell("NOTICE * :Conclave on fake. Type /help to begin, or use any IRC client.");
      for (String line = in.next(); line != null; line = in.next()) {
        server.received.add(line);
        obey(line);
      }
    } catch (IOException e) {
      drop();
    }
    server.forget(this);
  }

  synchronized void tell(String line) {
    try {
      socket.getOutputStream().write(FakeServer.bytes(line));
    } catch (IOException e) {
      drop();
    }
  }

  void drop() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void obey(String text) {
    if (registering) {
      registering = false;
      tell("Your account is made. Its password has " + text.length() + " characters.");
      return;
    }
    IrcLine line = IrcLine.parse(text);
    String room = line.param(0);
    switch (line.command()) {
      case "CAP" -> capability(line);
      case "AUTHENTICATE" -> authenticate(room);
      case "NICK" -> nick = room;
      case "USER" -> welcomeIfReady();
      case "PING" -> tell(":fake PONG fake :" + room);
      case "JOIN" -> join(room);
      case "PART" -> server.tellAll(":" + nick + "!u@h PART " + room);
      case "NAMES" -> names(room);
      case "TOPIC" -> server.tellAll(":" + nick + "!u@h TOPIC " + room + " :" + line.param(1));
      case "LIST" -> {
        tell(":fake 322 " + nick + " #lobby 2 :Where all meet");
        tell(":fake 323 " + nick + " :End of /LIST");
      }
      case "PRIVMSG" -> say(line);
      case "QUIT", "/QUIT" -> {
        tell("ERROR :bye");
        drop();
      }
      case "/REGISTER" -> {
        registering = !room.equals("taken");
        tell(registering ? "Type a password on the next line:" : "That name is taken.");
      }
      default -> tell("421 " + nick + " " + line.command() + " :Unknown command");
    }
  }

  private void capability(IrcLine line) {
    switch (line.param(0)) {
      case "LS" -> {
        negotiating = true;
        tell(":fake CAP * LS * :one two=3");
        tell(":fake CAP * LS :" + String.join(" ", server.capabilities));
      }
      case "REQ" -> tell(":fake CAP * ACK :" + line.text());
      case "END" -> {
        negotiating = false;
        welcomeIfReady();
      }
      default -> tell(":fake 410 * :Invalid CAP command");
    }
  }

  private void authenticate(String word) {
    if (word.equals("PLAIN")) {
      tell("AUTHENTICATE +");
      return;
    }
    String[] parts =
        new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8).split("\0", -1);
    if (parts[2].equals(FakeServer.PASSWORD)) {
      tell(":fake 900 * * " + parts[1] + " :You are now logged in as " + parts[1]);
      tell(":fake 903 * :SASL authentication successful");
    } else {
      tell(":fake 904 * :SASL authentication failed");
    }
  }

  private void welcomeIfReady() {
    if (!negotiating && !welcome) {
      welcome = true;
      tell(":fake 001 " + nick + " :Welcome, " + nick);
      tell(":fake 005 " + nick + " CHANTYPES=# :are supported by this server");
      tell(":fake 422 " + nick + " :No message of the day");
    }
  }

  private void join(String room) {
    if (room.equals("#closed")) {
      tell(":fake 473 " + nick + " #closed :Only the invited may join");
      return;
    }
    tell("@time=2026-01-02T03:04:05.000Z :" + nick + "!u@h JOIN " + room);
    tell(":fake 332 " + nick + " " + room + " :Where all meet");
    names(room);
    tell(":fake BATCH +r1 chathistory " + room);
    server.history().forEach(old -> tell("@batch=r1;" + old));
    tell(":fake BATCH -r1");
  }

  private void names(String room) {
    tell(":fake 353 " + nick + " = " + room + " :@" + nick + " bob");
    tell(":fake 366 " + nick + " " + room + " :End of /NAMES list");
  }

  private void say(IrcLine line) {
    if (!server.silent) {
      String said =
          ("msgid=m" + server.history().size() + ";time=2026-01-02T03:04:06.000Z :")
              + (nick + "!u@h PRIVMSG " + line.param(0) + " :" + line.text());
      server.said(said);
      server.tellAll("@" + said);
    }
  }
}
