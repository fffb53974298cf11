package conclave.name;

/** Why something that is a name may not become one. */
public enum Objection {
  /** Only ASCII is admitted here. */
  NOT_ASCII,
  /** It has letters of scripts that are not written together (Unicode TS 39 §5.2). */
  MIXED_SCRIPTS,
  /** It has a character that shows nothing, or that Unicode has not assigned. */
  NOT_SEEN
}
