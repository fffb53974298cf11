package conclave.room;

import java.util.regex.Pattern;

/** The signs with which IRC clients colour and emphasise, as the format of IRC text has them. */
final class Formatting {
  private static final Pattern SIGNS =
      Pattern.compile(
          "\u0003(\\d{1,2}(,\\d{1,2})?)?"
              + "|\u0004([0-9a-fA-F]{6}(,[0-9a-fA-F]{6})?)?"
              + "|[\u0002\u000f\u0011\u0016\u001d\u001e\u001f]");

  private Formatting() {}

  /** The words alone. */
  static String strip(String text) {
    return SIGNS.matcher(text).replaceAll("");
  }
}
