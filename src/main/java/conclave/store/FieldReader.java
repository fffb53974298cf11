package conclave.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what {@link FieldWriter} wrote, in the same order. */
final class FieldReader {
  private final JsonParser parser;

  FieldReader(byte[] bytes) {
    try {
      parser = FieldWriter.CBOR.createParser(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    return optional().orElseThrow(() -> unreadable("a text is missing"));
  }

  Optional<String> optional() {
    try {
      JsonToken token = next();
      if (token == JsonToken.VALUE_NULL) {
        return Optional.empty();
      }
      if (token != JsonToken.VALUE_STRING) {
        throw unreadable("no text but " + token);
      }
      return Optional.of(parser.getText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text that a row may end without. */
  Optional<String> last() {
    try {
      JsonToken token = next();
      if (token != null && token != JsonToken.VALUE_STRING) {
        throw unreadable("no text but " + token);
      }
      return token == null ? Optional.empty() : Optional.of(parser.getText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long number() {
    try {
      JsonToken token = next();
      if (token != JsonToken.VALUE_NUMBER_INT) {
        throw unreadable("no number but " + token);
      }
      return parser.getLongValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int small() {
    return Math.toIntExact(number());
  }

  boolean flag() {
    try {
      return next() == JsonToken.VALUE_TRUE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  <T> List<T> all(Function<FieldReader, T> each) {
    int size = small();
    List<T> items = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      items.add(each.apply(this));
    }
    return items;
  }

  /** Fails where a later release wrote the row. */
  void version(int known) {
    version(known, known);
  }

  /** Which of the versions that are known this row has; fails where a later release wrote it. */
  int version(int oldest, int known) {
    int version = small();
    if (version < oldest || version > known) {
      throw unreadable("version " + version);
    }
    return version;
  }

  private @Nullable JsonToken next() throws IOException {
    return parser.nextToken();
  }

  static Unreadable unreadable(String what) {
    return new Unreadable("a row of the store can't be read: " + what);
  }
}
