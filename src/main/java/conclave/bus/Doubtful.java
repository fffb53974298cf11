package conclave.bus;

/**
 * Nobody knows whether it was kept: what was to say so is lost. Whoever owns it finds out as soon
 * as that can be asked.
 */
public final class Doubtful extends Unavailable {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is away.
   *
   * @param sentence for the operator
   */
  public Doubtful(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** It has been found out: nothing was kept. */
  public Unavailable settled() {
    return new Unavailable(sentence(), this);
  }
}
