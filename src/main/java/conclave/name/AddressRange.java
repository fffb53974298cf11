package conclave.name;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses: {@code 2001:db8::/32}, {@code 192.0.2.0/24}, or one address (RFC 4632).
 *
 * @param network an address of the range, written out
 * @param bits how many of its bits are the same in the whole range
 */
public record AddressRange(String network, int bits) {
  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|[01]?[0-9]?[0-9])";

  /** What Java takes for a literal: it would look all else up as a name, and block. */
  private static final Pattern LITERAL =
      Pattern.compile(BYTE + "(\\." + BYTE + "){3}|(?=.*:)[0-9a-fA-F:][0-9a-fA-F:.]*");

  private static final Pattern BITS = Pattern.compile("[0-9]{1,3}");

  /** The range that is written so, or nothing. No name is looked up. */
  public static Optional<AddressRange> parse(String text) {
    String[] parts = text.split("/", 2);
    Optional<byte[]> address = bytes(parts[0]);
    if (address.isEmpty() || (parts.length > 1 && !BITS.matcher(parts[1]).matches())) {
      return Optional.empty();
    }
    int most = address.get().length * Byte.SIZE;
    int bits = parts.length > 1 ? Integer.parseInt(parts[1]) : most;
    return bits > most
        ? Optional.empty()
        : Optional.of(new AddressRange(written(cleared(address.get(), bits)), bits));
  }

  /** Is this address, written as a literal, in the range? */
  public boolean contains(String address) {
    Optional<byte[]> other = bytes(address);
    Optional<byte[]> mine = bytes(network);
    return other.isPresent()
        && mine.isPresent()
        && other.get().length == mine.get().length
        && written(cleared(other.get(), bits)).equals(network);
  }

  private static Optional<byte[]> bytes(String literal) {
    if (!LITERAL.matcher(literal).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(literal).getAddress());
    } catch (UnknownHostException notAnAddress) {
      return Optional.empty();
    }
  }

  private static byte[] cleared(byte[] address, int bits) {
    byte[] cleared = address.clone();
    for (int bit = bits; bit < cleared.length * Byte.SIZE; bit++) {
      cleared[bit / Byte.SIZE] &= (byte) ~(0x80 >> (bit % Byte.SIZE));
    }
    return cleared;
  }

  private static String written(byte[] address) {
    try {
      return InetAddress.getByAddress(address).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    }
  }

  @Override
  public String toString() {
    return network + "/" + bits;
  }
}
