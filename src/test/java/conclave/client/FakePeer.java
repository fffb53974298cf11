package conclave.client;

import java.io.IOException;
import javax.net.ssl.SSLSocket;

/** One client of the fake server, served line by line. */
final class FakePeer {
  private final FakeServer server;
  private final SSLSocket socket;
  private final FakeSasl sasl;
  private String nick = "*";
  private boolean negotiating;
  private boolean introduced;
  private boolean welcome;
  private boolean registering;

  FakePeer(FakeServer server, SSLSocket socket) {
    this.server = server;
    this.sasl = new FakeSasl(server, socket);
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
      case "AUTHENTICATE" -> sasl.on(room).forEach(this::tell);
      case "SESSIONS", "PASSWORD" -> server.identities.answers(nick, line).forEach(this::tell);
      case "NICK" -> nick = room;
      case "USER" -> {
        introduced = true;
        welcomeIfReady();
      }
      case "PING" -> tell(":fake PONG fake :" + room);
      case "PONG" -> {
        // what the test waited for
      }
      case "JOIN" -> labelled(line, () -> join(room));
      case "PART" -> server.tellAll(":" + nick + "!u@h PART " + room);
      case "NAMES" -> names(room);
      case "TOPIC" -> server.tellAll(":" + nick + "!u@h TOPIC " + room + " :" + line.param(1));
      case "LIST" -> list();
      case "VERIFY" -> tell(":fake NOTE VERIFY LOG_UNALTERED " + room + " :complete to #7");
      case "ACCOUNT" -> tell(":fake NOTE ACCOUNT DONE DISABLE bob :bob is disabled.");
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

  private void welcomeIfReady() {
    if (introduced && !negotiating && !welcome) {
      welcome = true;
      tell(":fake 001 " + nick + " :Welcome, " + nick);
      tell(":fake 005 " + nick + " CHANTYPES=# :are supported by this server");
      tell(":fake 422 " + nick + " :No message of the day");
    }
  }

  private void list() {
    tell(":fake 322 " + nick + " #lobby 2 :Where all meet");
    tell(":fake 323 " + nick + " :End of /LIST");
  }

  private void labelled(IrcLine line, Runnable answer) {
    String label = line.tags().getOrDefault("label", "");
    if (server.ignoresJoins) {
      return;
    }
    if (!label.isEmpty()) {
      tell("@label=" + label + " :fake BATCH +b" + label + " labeled-response");
    }
    answer.run();
    if (!label.isEmpty()) {
      tell(":fake BATCH -b" + label);
    }
  }

  private void join(String room) {
    if (room.equals("#closed")) {
      tell(":fake 473 " + nick + " #closed :Only the invited may join");
      return;
    }
    String id = server.log.isEmpty() ? "" : ";msgid=" + server.log + "-" + server.history().size();
    tell("@time=2026-01-02T03:04:05.000Z" + id + " :" + nick + "!u@h JOIN " + room);
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
    String label = line.tags().getOrDefault("label", "");
    if (!server.silent) {
      String said =
          ("msgid=m" + server.history().size() + ";time=2026-01-02T03:04:06.000Z :")
              + (nick + "!u@h PRIVMSG " + line.param(0) + " :" + line.text());
      server.said(said);
      server.tellAll("@" + (label.isEmpty() ? "" : "label=" + label + ";") + said);
    }
  }
}
