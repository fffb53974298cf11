package conclave.room;

/**
 * How something is said: as a message, as a notice, which nothing may answer automatically, or
 * without words, by its tags alone.
 */
public enum SayKind {
  PRIVMSG,
  NOTICE,
  TAGMSG;

  /** Is it kept in the log, with these tags? */
  boolean isKept(ClientTags tags) {
    return this != TAGMSG || tags.areLasting();
  }
}
