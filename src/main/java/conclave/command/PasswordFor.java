package conclave.command;

/** What a password that is asked for will be used for. */
public enum PasswordFor {
  /** The password of an account that there is. */
  LOG_IN,
  /** The password that a new account shall have. */
  REGISTER,
  /** The password that the caller has now, before it is changed. */
  CURRENT,
  /** The password that the caller wants. */
  NEXT
}
