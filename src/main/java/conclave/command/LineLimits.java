package conclave.command;

/**
 * How long a line may be. A message must fit into one line of everybody who gets it, whatever the
 * dialect.
 */
public final class LineLimits {
  /** Bytes of a line's body, without CR LF (Modern IRC §Message Format). */
  public static final int MAX_BODY = 510;

  /** Bytes of a line's tags, with {@code @} and the space behind them (IRCv3 message-tags). */
  public static final int MAX_TAGS = 8191;

  private LineLimits() {}
}
