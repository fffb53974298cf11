package conclave.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.room.Origin;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OriginsTest {
  private final List<Long> times = new ArrayList<>();
  private final Origins origins = new Origins("c1", times::add);

  @Test
  void commandsAreNumbered() {
    assertThat(origins.next()).isEqualTo(new Origin("c1", 1));
    assertThat(origins.next()).isEqualTo(new Origin("c1", 2));
    assertThat(origins.last()).isEqualTo(new Origin("c1", 2));
  }

  @BeforeEach
  void messages() {
    origins.begin(true);
  }

  @Test
  void whatIsNoMessageIsNotTimed() {
    origins.begin(false);
    origins.echoed(origins.next());
    origins.next();
    origins.begin(true);
    origins.echoed(origins.next());
    assertThat(times).hasSize(1);
  }

  @Test
  void theTimeToTheEchoIsToldOnceForEachMessageThatWaitsAlone() {
    for (int i = 0; i < 3; i++) {
      Origin origin = origins.next();
      origins.echoed(origin);
      origins.echoed(origin);
    }
    assertThat(times).hasSize(3).allMatch(time -> time >= 0);
  }

  @Test
  void ofSeveralUnderWayTheFirstIsTimed() {
    Origin first = origins.next();
    Origin second = origins.next();
    origins.echoed(first);
    origins.echoed(second);
    assertThat(times).hasSize(1);
  }

  @Test
  void whatWasRefusedDoesNotKeepOthersFromBeingTimed() {
    origins.next();
    Origin second = origins.next();
    origins.echoed(second);
    assertThat(times).isEmpty();
    origins.echoed(origins.next());
    assertThat(times).hasSize(1);
  }
}
