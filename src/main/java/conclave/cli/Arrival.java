package conclave.cli;

import conclave.client.KnownHosts;
import conclave.client.ServerAddress;
import conclave.client.TrustRefused;
import java.io.IOException;

/**
 * Shakes hands with a server; where it is not trusted yet, the user is asked, and it is done again.
 */
final class Arrival {
  /** Something that shakes hands with the server. */
  interface Attempt {
    void run() throws IOException, TrustRefused;
  }

  private final ServerAddress server;
  private final TrustQuestion question;

  Arrival(Screen screen, ServerAddress server, KnownHosts known) {
    this.server = server;
    this.question = new TrustQuestion(screen, known);
  }

  /**
   * Tries; false if the server's certificate is not to be trusted, which the user knows by then.
   */
  boolean tried(Attempt attempt) throws IOException {
    boolean again = true;
    while (again) {
      try {
        attempt.run();
        return true;
      } catch (TrustRefused e) {
        again = question.settle(server, e);
      }
    }
    return false;
  }
}
