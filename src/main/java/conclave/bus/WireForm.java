package conclave.bus;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.smile.SmileFactory;
import com.fasterxml.jackson.dataformat.smile.SmileGenerator;
import com.fasterxml.jackson.dataformat.smile.databind.SmileMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A record as bytes, for a node that may be of another version: the components by their names, in
 * Smile. Who reads passes over what it does not know, and takes what it misses as empty.
 *
 * @see "decision 20"
 */
final class WireForm<T> {
  private static final ObjectMapper MAPPER = mapper();

  private final Class<T> type;
  private final ObjectWriter writer;
  private final ObjectReader reader;

  /** Of one type of record. */
  WireForm(Class<T> type) {
    this.type = type;
    this.writer = MAPPER.writerFor(type);
    this.reader = MAPPER.readerFor(type);
  }

  private static ObjectMapper mapper() {
    SmileFactory factory =
        SmileFactory.builder().enable(SmileGenerator.Feature.CHECK_SHARED_STRING_VALUES).build();
    ObjectMapper mapper =
        SmileMapper.builder(factory)
            .addModule(new Jdk8Module())
            .annotationIntrospector(new WireNames())
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            // What is empty is left out, but not what is empty in a list or map.
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    for (Class<?> type : List.of(String.class, List.class, Set.class, Map.class)) {
      mapper.configOverride(type).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }
    return mapper;
  }

  byte[] write(T message) {
    try {
      return writer.writeValueAsBytes(message);
    } catch (IOException e) {
      throw new IllegalStateException(type.getSimpleName() + " can't travel", e);
    }
  }

  /**
   * Reads what a node of this or another version has written.
   *
   * @throws Unavailable where it can't be read
   */
  T read(byte[] bytes) {
    try {
      return reader.readValue(bytes);
    } catch (IOException e) {
      throw new Unavailable(
          "Another node has sent a " + type.getSimpleName() + " that this one can't read.", e);
    }
  }
}
