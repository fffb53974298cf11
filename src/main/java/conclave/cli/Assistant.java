package conclave.cli;

import java.util.List;
import org.jline.reader.Candidate;

/** Helps with a line while it is being typed. */
interface Assistant {
  /** What a key asks for, beside the letters. */
  enum Key {
    NEXT,
    PREVIOUS,
    UNREAD,
    EARLIER
  }

  /** What stands behind the line, for who reads it; may be empty. It has to be quick. */
  String tip(String typed);

  /**
   * What the last word may become.
   *
   * @param before the line up to there, with the word
   * @param word may be empty
   */
  List<Candidate> complete(String before, String word);

  /** The line is being typed. It has to be quick. */
  void typing(String typed);

  void press(Key key);

  /** Goes to the room with this number. */
  void go(int number);
}
