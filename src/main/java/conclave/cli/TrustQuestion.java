package conclave.cli;

import conclave.client.KnownHosts;
import conclave.client.ServerAddress;
import conclave.client.TrustRefused;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** What to do about a certificate that is not trusted: ask, or say why not and what helps. */
final class TrustQuestion {
  private final Screen screen;
  private final KnownHosts known;

  TrustQuestion(Screen screen, KnownHosts known) {
    this.screen = screen;
    this.known = known;
  }

  /**
   * Tells the user, and asks where the user may decide.
   *
   * @return whether the certificate was accepted and is known from now on
   */
  boolean settle(ServerAddress server, TrustRefused refused) throws IOException {
    String expected = refused.expected().map(Object::toString).orElse("");
    switch (refused.reason()) {
      case NOT_THE_PIN ->
          tell(
              "! " + server + " does not show the pinned certificate. Nothing was sent to it.",
              "     pinned " + expected,
              "     shown  " + refused.shown());
      case CHANGED ->
          tell(
              "! WARNING: the certificate of " + server + " has CHANGED. Nothing was sent to it.",
              "     accepted earlier " + expected,
              "     shown now        " + refused.shown(),
              "  Somebody may stand between you and the server, or its operator made a new certificate.",
              "  Ask the operator for the fingerprint. Only if it is the one shown now, remove the line",
              "  of " + server + " from " + known.file() + " and connect again.");
      case NOT_VERIFIED ->
          tell(
              "! The given authority does not vouch for "
                  + server
                  + ": "
                  + refused.getMessage()
                  + ".",
              "  Nothing was sent to it. Its certificate has the fingerprint",
              "     " + refused.shown());
      case UNKNOWN -> {
        return introduce(server, refused);
      }
    }
    return false;
  }

  private boolean introduce(ServerAddress server, TrustRefused refused) throws IOException {
    tell(
        "-- You were never at " + server + " before, and no authority vouches for it:",
        "   " + refused.getMessage() + ".",
        "   Its certificate has the SHA-256 fingerprint",
        "     " + refused.shown());
    if (!screen.isInteractive()) {
      tell("! Nobody can be asked here: connect on a terminal first, or give --pin with it.");
      return false;
    }
    tell("   Compare it with what the server printed when it started, or ask its operator.");
    if (!yes()) {
      tell("-- Not trusted; nothing was sent.");
      return false;
    }
    known.remember(server, refused.shown());
    tell("-- Remembered in " + known.file() + ".");
    return true;
  }

  private boolean yes() {
    while (true) {
      Optional<String> answer = screen.ask("Do you trust it from now on? (yes/no) ");
      String word = answer.orElse("no").strip().toLowerCase(Locale.ROOT);
      if (word.equals("yes") || word.equals("no")) {
        return word.equals("yes");
      }
    }
  }

  private void tell(String... lines) {
    for (String line : lines) {
      screen.show(line);
    }
  }
}
