package conclave.bus;

import java.util.List;

/**
 * A log-in was tried on a node: it counts on all.
 *
 * @param by the part that counts on that node, which has counted it already
 * @param account as it is counted
 * @param prefixes the networks that it came from, the narrowest first
 */
public record LogInTried(String by, Outcome outcome, String account, List<String> prefixes) {
  /** What is known of it. */
  public enum Outcome {
    /** It may be tried: for the account it has failed, until something else is known. */
    ENTERED,
    FAILED,
    /** Nobody will know whether it was right. */
    UNDECIDED,
    SUCCEEDED,
    /** No log-in: the account is at home nowhere any more. */
    FORGOTTEN
  }

  public LogInTried {
    prefixes = List.copyOf(prefixes);
  }
}
