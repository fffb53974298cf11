package conclave.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into lines at LF or CRLF. A line longer than any that the protocol allows
 * is cut off at the limit and its rest skipped, so that no peer can fill the memory. Bytes that are
 * no UTF-8 become the replacement character.
 */
final class LineInput {
  /** 8191 bytes of tags, 512 of body, and room for servers that are generous. */
  static final int MAX_LINE_BYTES = 16 * 1024;

  private final InputStream in;

  LineInput(InputStream in) {
    this.in = new BufferedInputStream(in, MAX_LINE_BYTES);
  }

  /** The next line without its end, empty lines left out; null at the end of the stream. */
  @Nullable String next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      int b = in.read();
      if (b < 0) {
        return null; // a line without an end may be half a line: not to be believed
      }
      if (b == '\n') {
        if (line.size() > 0) {
          return line.toString(StandardCharsets.UTF_8);
        }
      } else if (b != '\r' && line.size() < MAX_LINE_BYTES) {
        line.write(b);
      }
    }
  }
}
