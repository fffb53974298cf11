package conclave.bus;

/**
 * Not now: a part that is needed is away or has too much to do, and nothing was kept. No bug, so no
 * stack trace.
 */
public class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  /**
   * Says what is away.
   *
   * @param sentence for the operator
   */
  public Unavailable(String sentence, Throwable cause) {
    super(sentence, cause, false, false);
    this.sentence = sentence;
  }

  public Unavailable(String sentence) {
    super(sentence, null, false, false);
    this.sentence = sentence;
  }

  /** What is away, for the operator. */
  public String sentence() {
    return sentence;
  }
}
