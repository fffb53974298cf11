package conclave.bus;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import conclave.account.Fingerprint;
import conclave.name.AccountName;
import conclave.name.Mask;
import conclave.name.Nick;
import conclave.name.RoomName;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the records of the core are called on the wire: they know nothing of it themselves. One of
 * several kinds says which it is, by the simple name of its record; only what its sealed interface
 * permits is ever made of that.
 */
final class WireNames extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  /** Where a kind says which it is. */
  private static final String KIND = "is";

  /** Names, which are a text and will never be more. */
  private static final Set<Class<?>> TEXTS =
      Set.of(Nick.class, RoomName.class, AccountName.class, Mask.class, Fingerprint.class);

  @Override
  public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
      MapperConfig<?> config, Annotated annotated) {
    return annotated instanceof AnnotatedClass && isKind(annotated.getRawType())
        ? JsonTypeInfo.Value.construct(
            JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, KIND, null, false, null)
        : null;
  }

  private static boolean isKind(Class<?> type) {
    return type.isSealed() || Arrays.stream(type.getInterfaces()).anyMatch(WireNames::isKind);
  }

  @Override
  public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
    Class<?> type = annotated.getRawType();
    return type.isSealed() ? kinds(type).map(NamedType::new).toList() : null;
  }

  private static Stream<Class<?>> kinds(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .flatMap(kind -> kind.isSealed() ? kinds(kind) : Stream.of(kind));
  }

  @Override
  public String findTypeName(AnnotatedClass annotated) {
    return annotated.getRawType().getSimpleName();
  }

  @Override
  public @Nullable Boolean hasAsValue(Annotated annotated) {
    boolean isText =
        annotated instanceof AnnotatedField field && TEXTS.contains(field.getDeclaringClass());
    return isText ? Boolean.TRUE : null;
  }

  @Override
  public JsonCreator.@Nullable Mode findCreatorAnnotation(
      MapperConfig<?> config, Annotated annotated) {
    boolean isText =
        annotated instanceof AnnotatedConstructor constructor
            && TEXTS.contains(constructor.getDeclaringClass());
    return isText ? JsonCreator.Mode.DELEGATING : null;
  }
}
