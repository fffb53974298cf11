package conclave.bus;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.account.Peer;
import conclave.room.Origin;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a connection asks of another part names it, so that the log of that part can. */
class LogKeyTest {
  static List<Class<?>> toAuth() {
    return List.of(AuthRequest.class.getPermittedSubclasses());
  }

  static List<Class<?>> toPlaces() {
    return BusCodec.records(PlaceRequest.class).toList();
  }

  private static boolean has(Class<?> kind, Class<?> part) {
    return Arrays.stream(kind.getRecordComponents()).anyMatch(one -> one.getType() == part);
  }

  private static boolean says(Class<?> kind, String what) {
    return Arrays.stream(kind.getDeclaredMethods()).anyMatch(one -> one.getName().equals(what));
  }

  @ParameterizedTest
  @MethodSource("toAuth")
  void aRequestWithAPeerNamesIt(Class<?> kind) {
    assertThat(says(kind, "asker")).isEqualTo(has(kind, Peer.class));
  }

  @ParameterizedTest
  @MethodSource("toPlaces")
  void aRequestWithAnOriginNamesItsConnection(Class<?> kind) {
    boolean isCaused = has(kind, Origin.class) || has(kind, PlaceRequest.Do.class);
    assertThat(says(kind, "connection")).isEqualTo(isCaused);
  }
}
