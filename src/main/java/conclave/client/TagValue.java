package conclave.client;

/**
 * How a tag's value is written so that it stays one word.
 *
 * @see "IRCv3 message-tags, Escaping values"
 */
final class TagValue {
  private TagValue() {}

  static String escape(String value) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case ';' -> out.append("\\:");
        case ' ' -> out.append("\\s");
        case '\\' -> out.append("\\\\");
        case '\r' -> out.append("\\r");
        case '\n' -> out.append("\\n");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  static String unescape(String value) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '\\') {
        out.append(c);
      } else if (++i < value.length()) { // a lone backslash at the end is dropped
        out.append(unescaped(value.charAt(i)));
      }
    }
    return out.toString();
  }

  private static char unescaped(char c) {
    return switch (c) {
      case ':' -> ';';
      case 's' -> ' ';
      case 'r' -> '\r';
      case 'n' -> '\n';
      default -> c;
    };
  }
}
