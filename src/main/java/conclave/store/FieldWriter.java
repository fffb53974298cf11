package conclave.store;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Writes one row's bytes as a sequence of CBOR values (RFC 8742), without names. */
final class FieldWriter {
  /** Half a surrogate pair becomes U+FFFD rather than an exception: a text was cut there. */
  static final CBORFactory CBOR =
      CBORFactory.builder().enable(CBORGenerator.Feature.LENIENT_UTF_ENCODING).build();

  private static final int USUAL_BYTES = 160;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_BYTES);
  private final CBORGenerator generator;

  FieldWriter() {
    try {
      generator = CBOR.createGenerator(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FieldWriter text(String value) {
    try {
      generator.writeString(value);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FieldWriter number(long value) {
    try {
      generator.writeNumber(value);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FieldWriter flag(boolean value) {
    try {
      generator.writeBoolean(value);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FieldWriter optional(Optional<String> value) {
    if (value.isPresent()) {
      return text(value.get());
    }
    try {
      generator.writeNull();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Their number, then each of them. */
  <T> FieldWriter all(Collection<T> items, BiConsumer<FieldWriter, T> each) {
    number(items.size());
    items.forEach(item -> each.accept(this, item));
    return this;
  }

  byte[] bytes() {
    try {
      generator.close();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
