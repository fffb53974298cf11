package conclave.gateway;

/**
 * Why a connection ends.
 *
 * @param reason for the peer and for others
 * @param isSure has what had left this machine arrived?
 */
record Parting(Kind kind, String reason, boolean isSure) {
  /** Who has ended it. */
  enum Kind {
    /** Nobody: the peer is not there any more. */
    LOSS,
    /** The peer, or a server that comes back. */
    LEAVE,
    /** The server, whose users may go to another node. */
    HANDOVER,
    /** The server, which wants it no longer. */
    DISMISSAL
  }

  /** The peer is gone, and so may be what was written last. */
  static Parting lost(String reason) {
    return new Parting(Kind.LOSS, reason, false);
  }

  /** The peer has closed its side, in order. */
  static Parting closed() {
    return new Parting(Kind.LOSS, "Connection closed", true);
  }

  /** The peer has said so. */
  static Parting left(String reason) {
    return new Parting(Kind.LEAVE, reason, true);
  }

  /** The server ends. Nobody waits for what is on its way. */
  static Parting shutDown(String reason) {
    return new Parting(Kind.LEAVE, reason, false);
  }

  /** This node ends, and others go on. */
  static Parting handedOver(String reason) {
    return new Parting(Kind.HANDOVER, reason, false);
  }

  /** The peer has to go. */
  static Parting dismissed(String reason) {
    return new Parting(Kind.DISMISSAL, reason, true);
  }

  boolean isDismissal() {
    return kind == Kind.DISMISSAL;
  }

  /** Is the user given some time to come back? */
  boolean isForgiven() {
    return kind == Kind.LOSS || kind == Kind.HANDOVER;
  }
}
