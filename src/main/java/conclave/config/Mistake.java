package conclave.config;

/**
 * One thing that is wrong with the configuration, in words for the operator.
 *
 * @param where {@code FILE:LINE}, {@code FILE}, {@code environment NAME} or {@code --set}
 * @param key such as {@code server.listen}; empty where the mistake belongs to no key
 * @param value what was given, as it is shown: texts in quotes, secrets as {@code (secret)}; empty
 *     where {@code allowed} says it all
 * @param allowed what would have been right, after the words "is not"; a sentence of its own where
 *     {@code value} is empty
 */
public record Mistake(String where, String key, String value, String allowed) {
  /** The mistake on one line. */
  @Override
  public String toString() {
    String place = key.isEmpty() ? where : where + ": " + key;
    String words = value.isEmpty() ? allowed : value + " is not " + allowed;
    return Text.oneLine(place + ": " + words);
  }
}
