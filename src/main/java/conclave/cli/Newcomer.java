package conclave.cli;

import conclave.client.Credentials;
import conclave.client.Enrolment;
import conclave.client.ServerAddress;
import conclave.client.Trust;
import conclave.client.TrustRefused;
import java.io.IOException;
import java.util.Optional;

/** Somebody who perhaps has no account yet, and is helped to one. */
final class Newcomer {
  private final Screen screen;
  private final boolean isSure;
  private String invite;

  /**
   * Whoever sits there.
   *
   * @param isSure has said that an account is to be made
   * @param invite the code that a server may want; empty for none
   */
  Newcomer(Screen screen, boolean isSure, String invite) {
    this.screen = screen;
    this.isSure = isSure;
    this.invite = invite;
  }

  boolean isSure() {
    return isSure;
  }

  /** Who was refused may have no account yet: with what password one is to be made, if it is. */
  Optional<String> offer(ServerAddress server) {
    if (!screen.isInteractive()) {
      return Optional.empty();
    }
    screen.show("! Wrong password, or " + server + " has no account " + server.user() + " yet.");
    if (!screen.isYes("Make the account " + server.user() + " there now? (y/n) ")) {
      return Optional.empty();
    }
    Optional<String> password = chosen();
    password.ifPresent(
        known -> {
          if (invite.isEmpty()) {
            invite = screen.ask("Invitation code, if you have one: ").orElse("").strip();
          }
        });
    return password;
  }

  private Optional<String> chosen() {
    Optional<String> once =
        screen.askSecret("A password for it: ").filter(typed -> !typed.isEmpty());
    if (once.isEmpty() || once.equals(screen.askSecret("Again: "))) {
      return once;
    }
    screen.show("! The two are not the same.");
    return chosen();
  }

  /**
   * Makes the account, telling what the server says to that.
   *
   * @return false where the server refuses it
   */
  boolean enrol(ServerAddress server, Trust trust, String password)
      throws IOException, TrustRefused {
    Credentials fresh = new Credentials(server.user(), password);
    return Enrolment.ask(
        server,
        trust,
        fresh,
        invite,
        line -> screen.show(Enrolment.isRefusal(line) ? line : "-- " + line));
  }
}
