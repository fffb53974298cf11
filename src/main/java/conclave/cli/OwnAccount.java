package conclave.cli;

import conclave.client.OwnSession;
import java.io.IOException;

/** What a person can type about the own account: {@code /sessions} and {@code /password}. */
final class OwnAccount {
  private final OwnSession session;
  private final Screen screen;

  OwnAccount(OwnSession session, Screen screen) {
    this.session = session;
    this.screen = screen;
  }

  void sessions(String words) throws IOException {
    if (words.isEmpty()) {
      session.askAll();
    } else if (words.matches("end +([0-9]{1,18}|all)")) {
      session.end(words.substring(words.lastIndexOf(' ') + 1));
    } else {
      throw new Misuse("Type /sessions, /sessions end N or /sessions end all");
    }
  }

  void password() throws IOException {
    String current = secret("Current password: ");
    String fresh = secret("New password: ");
    if (fresh.isEmpty()) {
      throw new Misuse("Nothing is changed: an account needs a password.");
    }
    if (!fresh.equals(secret("New password again: "))) {
      throw new Misuse("Nothing is changed: the two new passwords are not the same.");
    }
    session.changePassword(current, fresh);
  }

  private String secret(String question) {
    return screen
        .askSecret(question)
        .orElseThrow(
            () ->
                new Misuse(
                    "Nothing is changed: no password was given (passwords are asked on a terminal)."));
  }
}
