package conclave.cli;

import java.util.Optional;

/** Where a person, or a script, reads and types. Lines may be shown from any thread. */
interface Screen extends AutoCloseable {
  /** Shows one line, made harmless first: whatever others wrote, it can't drive the terminal. */
  void show(String line);

  /** What stands before the line that is being typed. */
  void prompt(String prompt);

  /** The next line that was typed; empty at the end, by Ctrl-D or {@link #end}. */
  Optional<String> read();

  /** An answer to a question; empty if there is nobody to answer. */
  Optional<String> ask(String question);

  /** The same, and what is typed is not shown. */
  Optional<String> askSecret(String question);

  boolean isInteractive();

  /** Nothing more will be read: whoever waits for a line gets the end. */
  void end();

  @Override
  void close();
}
