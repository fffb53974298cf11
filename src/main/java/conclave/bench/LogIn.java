package conclave.bench;

import conclave.client.ServerAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * As whom clients log in.
 *
 * @param pattern a name of accounts, in which {@code %d} stands for the number of the client
 * @param password of all of them
 */
public record LogIn(String pattern, String password) {
  /** What fits into one line (SASL 3.1 cuts longer ones). */
  private static final int MOST = 300;

  static final String NUMBER = "%d";

  public LogIn {
    if (pattern.length() + password.length() > MOST) {
      throw new IllegalArgumentException("the account and its password are too long");
    }
    ServerAddress.parse(pattern.replace(NUMBER, "0") + "@host"); // says what is no name
  }

  String account(int client) {
    return pattern.replace(NUMBER, Integer.toString(client));
  }

  /** RFC 4616, in base64. */
  String plain(int client) {
    String message = '\0' + account(client) + '\0' + password;
    return Base64.getEncoder().encodeToString(message.getBytes(StandardCharsets.UTF_8));
  }

  /** The password is nobody's business. */
  @Override
  public String toString() {
    return pattern;
  }
}
