package conclave.cli;

/** What was typed can't be done; the message says why, or what can. */
final class Misuse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Misuse(String message) {
    super(message);
  }
}
