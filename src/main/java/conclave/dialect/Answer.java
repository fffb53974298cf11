package conclave.dialect;

/**
 * All that one labelled line is answered (IRCv3 labeled-response): marked with its label exactly
 * once, however much it is. What is said is held back as long as it may be all, and every method
 * gives the bytes to write now. One object a line.
 */
public interface Answer {
  /** More of the answer, as it was rendered. */
  byte[] add(byte[] lines);

  /** Something else is written behind what was added so far: that can't be held back any more. */
  byte[] giveWay();

  /** That was all. What is added later is no part of it. */
  byte[] end();
}
