package conclave.it;

import conclave.it.Transcript.Line;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The people of one transcript. */
final class Cast {
  private final RunningServer server;
  private final Map<String, Peer> people = new LinkedHashMap<>();

  Cast(RunningServer server) {
    this.server = server;
  }

  /** Says what is to be said and expects what is to be heard, in the order of the lines. */
  void play(Transcript transcript) {
    try {
      boolean[] isPassing = new boolean[1];
      for (Line line : transcript.lines()) {
        try {
          play(line, isPassing);
        } catch (AssertionError e) {
          throw new AssertionError(transcript.at(line) + e.getMessage());
        } catch (RuntimeException e) {
          throw new AssertionError(transcript.at(line) + e.getMessage(), e);
        }
      }
      people.forEach(Cast::expectNothingMore);
    } finally {
      people.values().forEach(Peer::close);
    }
  }

  private static void expectNothingMore(String who, Peer peer) {
    try {
      peer.expectNothingMore();
    } catch (AssertionError e) {
      throw new AssertionError(who + " hears more than is written: " + e.getMessage());
    }
  }

  private void play(Line line, boolean[] isPassing) {
    Peer peer = people.computeIfAbsent(line.who(), who -> comesIn(who, line.manner()));
    if (line.kind().equals(">")) {
      say(line, peer);
    } else if (line.text().equals("...")) {
      isPassing[0] = true;
    } else if (line.text().equals("(end)")) {
      peer.expectClosed();
      people.remove(line.who());
    } else if (line.kind().equals("<") && isPassing[0]) {
      isPassing[0] = false;
      peer.await(line.text());
    } else if (line.kind().equals("<")) {
      peer.expect(line.text());
    }
  }

  private void say(Line line, Peer peer) {
    if (line.text().equals("(hangs up)")) {
      peer.hangUp();
      people.remove(line.who());
    } else {
      peer.send(line.text());
    }
  }

  /**
   * How somebody comes in: {@code irc} and {@code plain} with an account that is new, {@code guest}
   * without one, {@code account} makes one and only connects, {@code greeted} only connects, {@code
   * new} has not even read the greeting; {@code as NAME} uses an account that is there already. All
   * other words are capabilities.
   */
  private Peer comesIn(String who, String manner) {
    List<String> words = Arrays.asList((manner.isEmpty() ? "irc" : manner).split(" "));
    Door door = server.door();
    boolean isOld = words.size() > 2 && words.get(1).equals("as");
    String account = isOld ? words.get(2) : who;
    String[] capabilities = words.stream().skip(isOld ? 3 : 1).toArray(String[]::new);
    return switch (words.get(0)) {
      case "irc" -> isOld ? door.irc(account, capabilities) : door.newIrc(account, capabilities);
      case "plain" -> isOld ? door.plain(account) : door.newPlain(account);
      case "guest" -> door.guest(who);
      case "account" -> {
        door.account(who);
        yield door.greeted();
      }
      case "greeted" -> door.greeted();
      case "person" -> door.greeted().plain();
      case "new" -> door.connect();
      default -> throw new IllegalArgumentException("nobody comes in as " + manner);
    };
  }
}
