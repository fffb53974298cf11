package conclave.cli;

import java.util.Locale;
import java.util.Optional;
import org.jline.utils.AttributedString;

/** Where a person, or a script, reads and types. Lines may be shown from any thread. */
interface Screen extends AutoCloseable {
  /** Shows one line, made harmless first: whatever others wrote, it can't drive the terminal. */
  void show(String line);

  /** Shows one line whose text is harmless already. */
  default void show(AttributedString line) {
    show(line.toString());
  }

  /** What stands before the line that is being typed: the end of the last of these lines. */
  void prompt(AttributedString prompt);

  /** Helps with what is being typed, where the screen can. */
  default void assist(Assistant assistant) {
    // plain lines need none
  }

  /** Calls the user, without a word. */
  default void bell() {
    // nobody sits there
  }

  /** The colours that can be shown, as a terminal counts them. */
  default int colours() {
    return 0;
  }

  default int columns() {
    return 80;
  }

  /** The next line that was typed; empty at the end, by Ctrl-D or {@link #end}. */
  Optional<String> read();

  /** An answer to a question; empty if there is nobody to answer. */
  Optional<String> ask(String question);

  /** Was the question answered with a word that begins with y? */
  default boolean isYes(String question) {
    return ask(question).orElse("").strip().toLowerCase(Locale.ROOT).startsWith("y");
  }

  /** An answer that is not shown as it is typed; empty if there is nobody to answer. */
  Optional<String> askSecret(String question);

  boolean isInteractive();

  /** Nothing more will be read: whoever waits for a line gets the end. */
  void end();

  @Override
  void close();
}
