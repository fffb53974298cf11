package conclave.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import conclave.account.Peer;
import conclave.auth.Audit;
import conclave.name.AccountName;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** How an entry is written: a JSON object, without what is not known. */
final class AuditLine {
  private static final JsonFactory JSON = new JsonFactory();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private AuditLine() {}

  /** What goes into the object after the time and the event. */
  private interface Rest {
    void write(JsonGenerator json) throws IOException;
  }

  static String of(Instant time, Audit.Entry entry) {
    return object(
        time,
        word(entry.kind()),
        json -> {
          text(json, "account", entry.account().map(AccountName::text));
          text(json, "by", entry.by().map(AccountName::text));
          text(json, "address", entry.peer().map(Peer::address));
          text(json, "connection", entry.peer().map(Peer::connection));
          text(json, "client", entry.peer().map(Peer::client));
          text(json, "mechanism", entry.mechanism().map(m -> m.name().replace('_', '-')));
          text(json, "detail", entry.detail().map(AuditLine::word));
        });
  }

  /** A line that stands for so many that were not written. */
  static String of(Instant time, String event, long count) {
    return object(time, event, json -> json.writeNumberField("count", count));
  }

  private static String object(Instant time, String event, Rest rest) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("time", TIME.format(time));
      json.writeStringField("event", event);
      rest.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringWriter has none
    }
    return line.toString();
  }

  private static void text(JsonGenerator json, String key, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(key, value.get());
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
