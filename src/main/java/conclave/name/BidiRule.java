package conclave.name;

/**
 * A name with letters that are written from right to left looks the same wherever it stands (RFC
 * 5893 §2, as RFC 8265 §3.3 asks).
 */
final class BidiRule {
  private BidiRule() {}

  static boolean holds(String text) {
    int[] kinds = text.codePoints().map(Character::getDirectionality).toArray();
    boolean isConcerned = false;
    for (int kind : kinds) {
      isConcerned |= isRightToLeft(kind) || kind == Character.DIRECTIONALITY_ARABIC_NUMBER;
    }
    return !isConcerned || (isRightToLeft(kinds[0]) && isInOrder(kinds));
  }

  /** Rules 2 to 4; what begins from left to right (rules 5 and 6) may have no such letter. */
  private static boolean isInOrder(int[] kinds) {
    boolean hasEuropean = false;
    boolean hasArabic = false;
    int last = kinds[0];
    for (int kind : kinds) {
      hasEuropean |= kind == Character.DIRECTIONALITY_EUROPEAN_NUMBER;
      hasArabic |= kind == Character.DIRECTIONALITY_ARABIC_NUMBER;
      if (!isAllowed(kind)) {
        return false;
      }
      last = kind == Character.DIRECTIONALITY_NONSPACING_MARK ? last : kind;
    }
    boolean endsWell =
        isRightToLeft(last)
            || last == Character.DIRECTIONALITY_EUROPEAN_NUMBER
            || last == Character.DIRECTIONALITY_ARABIC_NUMBER;
    return endsWell && !(hasEuropean && hasArabic);
  }

  private static boolean isRightToLeft(int kind) {
    return kind == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || kind == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private static boolean isAllowed(int kind) {
    return switch (kind) {
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
          Character.DIRECTIONALITY_ARABIC_NUMBER,
          Character.DIRECTIONALITY_EUROPEAN_NUMBER,
          Character.DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR,
          Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR,
          Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR,
          Character.DIRECTIONALITY_OTHER_NEUTRALS,
          Character.DIRECTIONALITY_BOUNDARY_NEUTRAL,
          Character.DIRECTIONALITY_NONSPACING_MARK ->
          true;
      default -> false;
    };
  }
}
