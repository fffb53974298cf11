package conclave.bus;

/** What entries of the log have beside their sentence. */
public final class LogKey {
  /** The id of the connection that has caused the entry; the audit log has it under this name. */
  public static final String CONNECTION = "connection";

  private LogKey() {}
}
