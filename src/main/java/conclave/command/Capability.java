package conclave.command;

import java.util.Arrays;
import java.util.Optional;

/** The IRCv3 capabilities, and what each changes in what its client is sent. */
public enum Capability {
  /** ACCOUNT tag on what a logged-in user does. */
  ACCOUNT_TAG("account-tag"),
  /** Those who share a room are told who is away. */
  AWAY_NOTIFY("away-notify"),
  /** History comes in a batch. */
  BATCH("batch"),
  /** CAP NEW and CAP DEL; always on for CAP LS 302. */
  CAP_NOTIFY("cap-notify"),
  /** REGISTER and VERIFY are understood. */
  ACCOUNT_REGISTRATION("draft/account-registration"),
  /** AWAY is understood before the registration is complete, and {@code AWAY *}. */
  PRE_AWAY("draft/pre-away"),
  /** The sender gets its own messages, which proves that they are stored. */
  ECHO_MESSAGE("echo-message"),
  /** JOIN carries account and real name. */
  EXTENDED_JOIN("extended-join"),
  /** What is told of those who share a room is told of monitored users too. */
  EXTENDED_MONITOR("extended-monitor"),
  /** Members are told of invitations. */
  INVITE_NOTIFY("invite-notify"),
  /** NAMES and WHO show every prefix of a member. */
  MULTI_PREFIX("multi-prefix"),
  /** AUTHENTICATE is understood. */
  SASL("sasl"),
  /** Time tag on everything that happened. */
  SERVER_TIME("server-time"),
  /** NAMES shows nick!user@host. */
  USERHOST_IN_NAMES("userhost-in-names");

  private final String text;

  Capability(String text) {
    this.text = text;
  }

  /** The name on the wire. */
  public String text() {
    return text;
  }

  /** The capability with this name. */
  public static Optional<Capability> of(String text) {
    return Arrays.stream(values()).filter(capability -> capability.text.equals(text)).findFirst();
  }
}
