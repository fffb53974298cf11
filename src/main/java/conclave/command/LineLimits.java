package conclave.command;

/**
 * How long a line may be. A message must fit into one line of everybody who gets it, whatever the
 * dialect.
 */
public final class LineLimits {
  /** Bytes of a line's body, without CR LF (Modern IRC §Message Format). */
  public static final int MAX_BODY = 510;

  /**
   * Bytes of the tags that a client may send, with {@code @} and the space behind them (IRCv3
   * message-tags §Size limit). The server adds as much at most.
   */
  public static final int MAX_CLIENT_TAGS = 4096;

  /** Bytes of a message of several lines, with its line ends (IRCv3 multiline). */
  public static final int MULTILINE_BYTES = 4096;

  /** Lines that one message may have. */
  public static final int MULTILINE_LINES = 24;

  private LineLimits() {}
}
