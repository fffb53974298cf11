package conclave.store;

/**
 * The end of a place's chain.
 *
 * @param kept the last event of the log
 * @param seq the last that was given, later than {@code kept} where a place keeps nothing
 * @param flaw the sequence from which the server began the chain anew, since somebody had altered
 *     it; 0 for never
 */
record ChainHead(Link kept, long seq, long flaw) {
  /** Of a log that has nothing yet. */
  static final ChainHead NONE = new ChainHead(Link.before(1), 0, 0);

  /** The same log, in which no sequence up to that one is given again. */
  ChainHead givenTo(long given) {
    return new ChainHead(kept, given, flaw);
  }

  /** With one event more. */
  ChainHead to(Link next) {
    return new ChainHead(next, next.seq(), flaw);
  }
}
