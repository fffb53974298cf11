package conclave.config;

/** An account that is an administrator because the configuration says so. */
public record OperatorConfig(String account, Role role) {
  /** What such an account may do. */
  public enum Role {
    ADMIN
  }
}
