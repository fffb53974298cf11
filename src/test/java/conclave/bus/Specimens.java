package conclave.bus;

import conclave.account.Fingerprint;
import conclave.name.AccountName;
import conclave.name.Mask;
import conclave.name.Nick;
import conclave.name.RoomName;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Values of any type that may be in a message: each kind of a sealed interface, each constant, what
 * is full and what is empty, all of them at least once.
 */
final class Specimens {
  private static final Map<Type, List<?>> PLAIN =
      Map.of(
          String.class,
          List.of("some text", "", "чай 🍵", "x".repeat(400)),
          int.class,
          List.of(7, 0, Integer.MAX_VALUE),
          Integer.class,
          List.of(7, 0),
          long.class,
          List.of(1L, 0L, Long.MAX_VALUE),
          boolean.class,
          List.of(true, false),
          Nick.class,
          List.of(new Nick("bob"), new Nick("Чай")),
          AccountName.class,
          List.of(new AccountName("alice")),
          RoomName.class,
          List.of(new RoomName("#lobby"), new RoomName("#чай")),
          Mask.class,
          List.of(Mask.of("bob"), Mask.of("~a:alice")),
          Fingerprint.class,
          List.of(new Fingerprint("0a".repeat(32))));

  private Specimens() {}

  /** Some of that type, in the order of the components' own. */
  static List<?> of(Type type) {
    if (PLAIN.containsKey(type)) {
      return PLAIN.get(type);
    }
    if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      return List.of(plain.getEnumConstants());
    }
    if (plain.isSealed()) {
      return Arrays.stream(plain.getPermittedSubclasses())
          .flatMap(kind -> of(kind).stream())
          .toList();
    }
    if (plain.isRecord()) {
      return ofRecord(plain);
    }
    throw new IllegalArgumentException(type + " can't travel between nodes");
  }

  private static List<?> ofGeneric(ParameterizedType type) {
    List<?> items = of(type.getActualTypeArguments()[type.getActualTypeArguments().length - 1]);
    if (type.getRawType() == Optional.class) {
      List<Object> all = new ArrayList<>(items.stream().map(Optional::of).toList());
      all.add(Optional.empty());
      return all;
    }
    if (type.getRawType() == List.class) {
      return List.of(items, List.of());
    }
    if (type.getRawType() == Set.class) {
      return List.of(new LinkedHashSet<>(items), Set.of());
    }
    if (type.getRawType() == Map.class && type.getActualTypeArguments()[0] == String.class) {
      Map<String, Object> map = new LinkedHashMap<>();
      items.forEach(item -> map.put("key " + map.size(), item));
      return List.of(map, Map.of());
    }
    throw new IllegalArgumentException(type + " can't travel between nodes");
  }

  private static List<?> ofRecord(Class<?> type) {
    List<List<?>> parts = new ArrayList<>();
    List<Class<?>> types = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      parts.add(of(component.getGenericType()));
      types.add(component.getType());
    }
    int most = parts.stream().mapToInt(List::size).max().orElse(1);
    return IntStream.range(0, most).mapToObj(i -> made(type, types, parts, i)).toList();
  }

  private static Object made(Class<?> type, List<Class<?>> types, List<List<?>> parts, int i) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(
          parts.stream().map(values -> values.get(i % values.size())).toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName(), e);
    }
  }
}
