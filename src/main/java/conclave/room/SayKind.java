package conclave.room;

/**
 * How something is said: as a message, as a notice, which nothing may answer automatically, or
 * without words, by its tags alone, which is shown and not kept.
 */
public enum SayKind {
  PRIVMSG,
  NOTICE,
  TAGMSG
}
