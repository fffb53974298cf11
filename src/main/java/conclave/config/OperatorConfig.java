package conclave.config;

/** An account that has a role because the configuration says so. */
public record OperatorConfig(String account, Role role) {
  /** What such an account may do. */
  public enum Role {
    OPERATOR,
    ADMIN
  }
}
