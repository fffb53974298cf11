package conclave.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A name or the like, which has to be one word on the line that is sent. */
record Word(String text) {
  @Override
  public String toString() {
    return text;
  }

  /** Lets picocli say what can't be a name. */
  static final class Converter implements ITypeConverter<Word> {
    @Override
    public Word convert(String text) {
      boolean isWord =
          !text.isEmpty()
              && !text.startsWith(":")
              && text.chars().noneMatch(c -> c <= ' ' || c == 0x7f);
      if (!isWord) {
        throw new TypeConversionException("\"" + text + "\" is no name");
      }
      return new Word(text);
    }
  }

  /** Lets picocli say which roles there are. */
  static final class RoleConverter implements ITypeConverter<Word> {
    @Override
    public Word convert(String text) {
      if (!text.matches("member|operator|admin")) {
        throw new TypeConversionException("a role is member, operator or admin");
      }
      return new Word(text);
    }
  }

  /** Lets picocli say which session can be meant. */
  static final class SessionConverter implements ITypeConverter<Word> {
    @Override
    public Word convert(String text) {
      if (!text.matches("[0-9]{1,18}|all")) {
        throw new TypeConversionException("give a session's number, or all");
      }
      return new Word(text);
    }
  }
}
