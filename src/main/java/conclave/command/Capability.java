package conclave.command;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The IRCv3 capabilities, and what each changes in what its client is sent. */
public enum Capability {
  /** ACCOUNT tells that somebody in a shared room has logged in. */
  ACCOUNT_NOTIFY("account-notify"),
  /** ACCOUNT tag on what a logged-in user does. */
  ACCOUNT_TAG("account-tag"),
  /** Those who share a room are told who is away. */
  AWAY_NOTIFY("away-notify"),
  /** History comes in a batch. */
  BATCH("batch"),
  /** CAP NEW and CAP DEL; always on for CAP LS 302. */
  CAP_NOTIFY("cap-notify"),
  /** CHGHOST tells that somebody in a shared room has another user name or host. */
  CHGHOST("chghost"),
  /** A message that is sent again under the same tag is not said twice. */
  MESSAGE_ID("conclave/id"),
  /** Sequence tag on everything that a log has. */
  SEQUENCE("conclave/seq"),
  /** REGISTER and VERIFY are understood. */
  ACCOUNT_REGISTRATION("draft/account-registration"),
  /** RENAME tells that a room has another name. */
  CHANNEL_RENAME("draft/channel-rename"),
  /** CHATHISTORY is used: nothing of the past comes unasked. */
  CHATHISTORY("draft/chathistory"),
  /** What the past shows has all that happened, not messages alone. */
  EVENT_PLAYBACK("draft/event-playback"),
  /** REDACT tells that a message was taken back. */
  MESSAGE_REDACTION("draft/message-redaction"),
  /** METADATA tells what people and rooms say of themselves; only with {@link #BATCH}. */
  METADATA("draft/metadata-2"),
  /** A message of several lines comes as one batch. */
  MULTILINE("draft/multiline"),
  /** As {@link #NO_IMPLICIT_NAMES}, by the name that it had before it was ratified. */
  DRAFT_NO_IMPLICIT_NAMES("draft/no-implicit-names"),
  /** AWAY is understood before the registration is complete, and {@code AWAY *}. */
  PRE_AWAY("draft/pre-away"),
  /** MARKREAD tells how far the user has read, on all of the user's connections. */
  READ_MARKER("draft/read-marker"),
  /** The sender gets its own messages, which proves that they are stored. */
  ECHO_MESSAGE("echo-message"),
  /** JOIN carries account and real name. */
  EXTENDED_JOIN("extended-join"),
  /** What is told of those who share a room is told of monitored users too. */
  EXTENDED_MONITOR("extended-monitor"),
  /** Members are told of invitations. */
  INVITE_NOTIFY("invite-notify"),
  /** The answer to a labelled line bears its label; ACK where there is none. */
  LABELED_RESPONSE("labeled-response"),
  /** Client-only tags, message ids, and messages of tags alone. */
  MESSAGE_TAGS("message-tags"),
  /** NAMES and WHO show every prefix of a member. */
  MULTI_PREFIX("multi-prefix"),
  /** Who comes into a room is not sent its names unasked. */
  NO_IMPLICIT_NAMES("no-implicit-names"),
  /** AUTHENTICATE is understood. */
  SASL("sasl"),
  /** Time tag on everything that happened. */
  SERVER_TIME("server-time"),
  /** SETNAME tells that somebody in a shared room has another real name. */
  SETNAME("setname"),
  /** SEARCH is used: it changes nothing of what is sent. */
  SEARCH("soju.im/search"),
  /** FAIL, WARN and NOTE are understood: they are sent anyway. */
  STANDARD_REPLIES("standard-replies"),
  /** Says where and how long TLS is a must. It is told, and nobody can ask for it. */
  STS("sts"),
  /** NAMES shows nick!user@host. */
  USERHOST_IN_NAMES("userhost-in-names");

  private static final Set<Capability> OLDEST =
      EnumSet.of(ACCOUNT_NOTIFY, AWAY_NOTIFY, EXTENDED_JOIN, MULTI_PREFIX, SASL);

  private final String text;

  Capability(String text) {
    this.text = text;
  }

  /** The name on the wire. */
  public String text() {
    return text;
  }

  /**
   * How young it is: 0 is of version 3.1, 1 was ratified later, 2 is a draft or somebody's own. The
   * older a client is, the less it makes of what is young.
   */
  public int youth() {
    if (OLDEST.contains(this)) {
      return 0;
    }
    return text.indexOf('/') < 0 ? 1 : 2;
  }

  /** The capability with this name. */
  public static Optional<Capability> of(String text) {
    return Arrays.stream(values()).filter(capability -> capability.text.equals(text)).findFirst();
  }
}
