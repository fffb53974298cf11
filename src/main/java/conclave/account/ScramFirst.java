package conclave.account;

import conclave.name.CaseFold;
import java.util.Arrays;
import java.util.Optional;

/**
 * The client's first message, taken apart (RFC 5802 §7, client-first-message).
 *
 * @param header gs2-header, to be repeated in the last message
 * @param bare all that follows it
 * @param fault what is wrong with it; the rest is empty then
 */
record ScramFirst(
    String header, String bare, String name, String nonce, Optional<ScramFault> fault) {
  private static final String BINDING = "p=tls-server-end-point";

  /**
   * Reads it.
   *
   * @param isPlus the client has chosen the mechanism with channel binding
   * @param isPlusOffered that mechanism was there to be chosen
   */
  static ScramFirst read(String message, boolean isPlus, boolean isPlusOffered) {
    String[] parts = message.split(",", 3);
    if (parts.length < 3) {
      return bad(ScramFault.INVALID_ENCODING);
    }
    Optional<ScramFault> fault = bindingFault(parts[0], isPlus, isPlusOffered);
    return fault.isPresent() ? bad(fault.get()) : read(parts);
  }

  private static Optional<ScramFault> bindingFault(
      String flag, boolean isPlus, boolean isPlusOffered) {
    if (flag.startsWith("p=")) {
      if (!isPlus) {
        return Optional.of(ScramFault.BINDING_NOT_SUPPORTED);
      }
      return flag.equals(BINDING)
          ? Optional.empty()
          : Optional.of(ScramFault.UNSUPPORTED_BINDING_TYPE);
    }
    if (flag.equals("y") && isPlusOffered) {
      return Optional.of(ScramFault.DOES_SUPPORT_BINDING); // somebody hid the offer: a downgrade
    }
    boolean isKnown = flag.equals("n") || flag.equals("y");
    if (!isKnown) {
      return Optional.of(ScramFault.INVALID_ENCODING);
    }
    return isPlus ? Optional.of(ScramFault.BINDINGS_DONT_MATCH) : Optional.empty();
  }

  private static ScramFirst read(String[] parts) {
    String[] attributes = parts[2].split(",", -1);
    if (attributes[0].startsWith("m=")) {
      return bad(ScramFault.EXTENSIONS_NOT_SUPPORTED);
    }
    if (attributes.length < 2
        || !attributes[0].startsWith("n=")
        || !isNonce(attributes[1])
        || !areExtensions(attributes, 2)) {
      return bad(ScramFault.INVALID_ENCODING);
    }
    Optional<String> name = name(attributes[0].substring(2));
    Optional<String> authority = parts[1].startsWith("a=") ? name(parts[1].substring(2)) : name;
    if (name.isEmpty() || authority.isEmpty()) {
      return bad(ScramFault.INVALID_NAME);
    }
    if (!(parts[1].isEmpty() || parts[1].startsWith("a="))
        || !isSame(authority.get(), name.get())) {
      return bad(ScramFault.OTHER);
    }
    String header = parts[0] + "," + parts[1] + ",";
    String nonce = attributes[1].substring(2);
    return new ScramFirst(header, parts[2], name.get(), nonce, Optional.empty());
  }

  private static boolean isSame(String one, String other) {
    return CaseFold.fold(one).equals(CaseFold.fold(other));
  }

  private static ScramFirst bad(ScramFault fault) {
    return new ScramFirst("", "", "", "", Optional.of(fault));
  }

  private static boolean isNonce(String attribute) {
    return attribute.length() > 2
        && attribute.startsWith("r=")
        && attribute.chars().allMatch(c -> c > ' ' && c <= '~');
  }

  /** May these be extensions that nobody has to know? */
  static boolean areExtensions(String[] attributes, int from) {
    return Arrays.stream(attributes).skip(from).allMatch(text -> text.matches("[A-Za-ln-z]=.+"));
  }

  /** A saslname: {@code ,} and {@code =} are written {@code =2C} and {@code =3D}. */
  private static Optional<String> name(String text) {
    String bare = text.replace("=2C", "").replace("=3D", "");
    if (text.isEmpty() || bare.indexOf('=') >= 0 || bare.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    return Optional.of(text.replace("=2C", ",").replace("=3D", "="));
  }
}
