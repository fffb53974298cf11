package conclave.room;

/** How something is said: as a message, or as a notice, which nothing may answer automatically. */
public enum SayKind {
  PRIVMSG,
  NOTICE
}
