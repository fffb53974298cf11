package conclave.command;

import conclave.name.AddressRange;
import conclave.name.Mask;
import conclave.name.Source;

/**
 * Somebody may not come to this server.
 *
 * @param mask {@code nick!username@host}, or a range of addresses
 * @param by who said so
 * @param set milliseconds since 1970, UTC
 * @param expires the same; {@code Long.MAX_VALUE} for never
 */
public record ServerBan(Kind kind, String mask, String reason, String by, long set, long expires) {
  /** What is banned. */
  public enum Kind {
    /** Who is seen so (KLINE). */
    MASK,
    /** Who comes from there (DLINE). */
    ADDRESS
  }

  /** Does it hold at that time? */
  public boolean isInForce(long now) {
    return now < expires;
  }

  /** Does it cover who is seen so? */
  public boolean covers(Source source) {
    return kind == Kind.MASK && new Mask(mask).matches(source);
  }

  /** Does it cover who comes from there? */
  public boolean covers(String address) {
    return kind == Kind.ADDRESS
        && AddressRange.parse(mask).filter(range -> range.contains(address)).isPresent();
  }
}
