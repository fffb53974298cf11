package conclave.handler;

/** How somebody else passes a caller on. */
public interface Passage {
  /**
   * The caller comes from there. It is closed where who comes from there may not come in.
   *
   * @param address a literal
   * @param isSecure up to who passes it on
   */
  void from(String address, boolean isSecure);

  /** Who says so is not to be believed: that is counted, and ends the caller. */
  void refused(String reason);
}
