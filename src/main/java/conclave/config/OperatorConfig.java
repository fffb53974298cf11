package conclave.config;

/**
 * An account that has more rights than its own roles say, because the operator of the machine wrote
 * it down.
 */
public record OperatorConfig(String account, Role role) {
  /** What such an account may do. */
  public enum Role {
    ADMIN,
    OPERATOR
  }
}
