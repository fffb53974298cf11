package conclave.client;

import conclave.client.Requests.Sender;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a user asks of others, or about them. The answers come as events. Any thread may ask. */
public final class People {
  private final Sender sender;

  People(Sender sender) {
    this.sender = sender;
  }

  public void whois(String nick) throws IOException {
    send("WHOIS", nick, nick); // of the node where the nick is: that knows how long it is idle
  }

  /** Without a text the user is back. */
  public void away(String text) throws IOException {
    if (text.isEmpty()) {
      send("AWAY");
    } else {
      send("AWAY", text);
    }
  }

  public void nick(String nick) throws IOException {
    send("NICK", nick);
  }

  public void invite(String nick, String room) throws IOException {
    send("INVITE", nick, room);
  }

  public void kick(String nick, String room, String reason) throws IOException {
    if (reason.isEmpty()) {
      send("KICK", room, nick);
    } else {
      send("KICK", room, nick, reason);
    }
  }

  /** Sees the modes of a room, or sets some: {@code +o bob}. */
  public void mode(String room, String modes) throws IOException {
    List<String> params = new ArrayList<>(List.of(room));
    params.addAll(modes.isEmpty() ? List.of() : List.of(modes.split(" +")));
    send("MODE", params.toArray(String[]::new));
  }

  /** A code with which somebody can register, for so many hours. */
  public void invitation(Optional<String> hours) throws IOException {
    if (hours.isPresent()) {
      send("ACCOUNT", "INVITE", hours.get());
    } else {
      send("ACCOUNT", "INVITE");
    }
  }

  /** Sends a line as it is. */
  public void quote(String line) throws IOException {
    sender.send(IrcLine.parse(line));
  }

  private void send(String command, String... params) throws IOException {
    sender.send(IrcLine.of(command, params));
  }
}
