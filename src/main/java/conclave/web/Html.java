package conclave.web;

import java.util.Locale;

/** Text for pages. */
final class Html {
  private Html() {}

  /** The text as it can stand between tags and in a quoted attribute. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A pattern of {@link String#format} with its places filled; nothing is escaped. */
  static String fill(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
