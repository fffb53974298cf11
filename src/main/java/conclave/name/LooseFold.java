package conclave.name;

import com.ibm.icu.text.Normalizer2;

/**
 * Under which form texts are searched: NFKC_Casefold (Unicode §3.13 D146), under which a wide
 * letter is a letter, a ligature its letters, and what nobody sees is not there. It is looser than
 * {@link CaseFold}: two names that must differ may be alike to somebody who searches.
 */
public final class LooseFold {
  private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

  private LooseFold() {}

  /** The form under which a text is searched. Folded again, it is itself. */
  public static String fold(String text) {
    return CaseFold.isAscii(text) ? CaseFold.fold(text) : FOLD.normalize(text);
  }
}
