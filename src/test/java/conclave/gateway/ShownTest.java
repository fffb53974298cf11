package conclave.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {
  @Test
  void whatWasWrittenBeforeTheLastSignOfLifeButOneIsSure() {
    Shown shown = new Shown(3);
    assertThat(shown.before(0)).isEqualTo(3);
    shown.reach(4, 1);
    shown.reach(5, 1);
    assertThat(shown.seq()).isEqualTo(5);
    assertThat(shown.before(1)).isEqualTo(3);
    assertThat(shown.before(2)).isEqualTo(3);
    assertThat(shown.before(3)).isEqualTo(5);
    shown.reach(6, 2);
    assertThat(shown.before(2)).isEqualTo(3);
    assertThat(shown.before(3)).isEqualTo(5);
    assertThat(shown.before(4)).isEqualTo(6);
    shown.reach(7, 4);
    assertThat(shown.before(4)).isEqualTo(6);
  }

  @Test
  void itNeverGoesBack() {
    Shown shown = new Shown(3);
    shown.reach(2, 1);
    shown.reach(0, 2);
    assertThat(shown.seq()).isEqualTo(3);
    assertThat(shown.before(2)).isEqualTo(3);
  }
}
