package conclave.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import conclave.client.Event;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A message as programs read it: one JSON object on one line. */
final class MessageJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private MessageJson() {}

  static String of(Event.Said said) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("time", said.time().toString());
    fields.put("target", said.target());
    fields.put("who", said.who());
    fields.put("text", said.text());
    fields.put("manner", said.manner().name().toLowerCase(Locale.ROOT));
    fields.put("own", said.own());
    fields.put("replayed", said.replayed());
    fields.put("id", said.id());
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts that are no JSON", e);
    }
  }
}
