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

  /** The same failure, where it has been found out that nothing was kept. */
  public static Throwable settled(Throwable lost) {
    return lost instanceof Doubtful doubt ? new Unavailable(doubt.sentence(), doubt) : lost;
  }
}
