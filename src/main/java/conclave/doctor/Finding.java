package conclave.doctor;

import java.util.Optional;

/**
 * What a check says of one thing.
 *
 * @param subject of what it is: a key of the configuration, a file, a part of the machine
 * @param text how it is
 * @param todo what to do about it; nothing where all is well
 */
public record Finding(Level level, String subject, String text, Optional<String> todo) {
  /** How it is. */
  public enum Level {
    OK,
    WARNING,
    PROBLEM
  }

  static Finding ok(String subject, String text) {
    return new Finding(Level.OK, subject, text, Optional.empty());
  }

  static Finding warning(String subject, String text, String todo) {
    return new Finding(Level.WARNING, subject, text, Optional.of(todo));
  }

  static Finding problem(String subject, String text, String todo) {
    return new Finding(Level.PROBLEM, subject, text, Optional.of(todo));
  }

  public boolean isWell() {
    return level == Level.OK;
  }

  /** On one line. */
  @Override
  public String toString() {
    return subject + ": " + text + todo.map(what -> ". " + what).orElse("");
  }
}
