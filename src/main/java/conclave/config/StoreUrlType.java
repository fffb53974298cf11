package conclave.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code embedded}, or the URL of a PostgreSQL database, in which a password has no place. */
record StoreUrlType() implements Type<String> {
  private static final Pattern USER_INFO = Pattern.compile("(://[^@/:]*):.*@");
  private static final Pattern PATH = Pattern.compile("/[^/]+");
  private static final Pattern USER = Pattern.compile("[^:]+");

  @Override
  public String allowed() {
    return "embedded or postgresql://USER@HOST[:PORT]/DATABASE (the password goes to store.password)";
  }

  @Override
  public Optional<String> read(Value value, Reading reading) {
    if (value instanceof Value.Scalar scalar) {
      if (scalar.text().equals("embedded") || isPostgres(scalar.text())) {
        return Optional.of(scalar.text());
      }
      String shown = USER_INFO.matcher(scalar.text()).replaceFirst("$1:(secret)@");
      return reading.refuse(new Value.Scalar(shown, scalar.quoted(), scalar.where()), allowed());
    }
    return reading.refuse(value, allowed());
  }

  private static boolean isPostgres(String text) {
    try {
      URI uri = new URI(text);
      return "postgresql".equals(uri.getScheme())
          && matches(USER, uri.getUserInfo())
          && matches(PATH, uri.getPath())
          && uri.getHost() != null
          && uri.getPort() <= 65535
          && uri.getPort() != 0
          && uri.getQuery() == null
          && uri.getFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean matches(Pattern pattern, @Nullable String text) {
    return text != null && pattern.matcher(text).matches();
  }
}
