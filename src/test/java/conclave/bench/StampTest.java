package conclave.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class StampTest {
  @Property(tries = 200)
  void whatIsWrittenIsRead(
      @ForAll int run,
      @ForAll @IntRange(max = Stamp.MOST - 1) int sender,
      @ForAll @IntRange(max = Stamp.MOST - 1) int room,
      @ForAll @IntRange int number,
      @ForAll @LongRange(max = (1L << 48) - 1) long time) {
    Stamp written = new Stamp();
    written.run = run;
    written.sender = sender;
    written.room = room;
    written.number = number;
    written.time = time;
    byte[] line = new byte[Stamp.LENGTH + 2];
    written.write(line, 1);

    Stamp read = new Stamp();
    assertThat(read.read(line, 1)).isTrue();
    assertThat(read).usingRecursiveComparison().isEqualTo(written);
  }

  @Test
  void whatIsNoStampIsNotRead() {
    byte[] line = new byte[Stamp.LENGTH];
    new Stamp().write(line, 0);
    assertThat(new Stamp().read(line, 0)).isTrue();
    for (int i = 0; i < line.length; i++) {
      byte[] changed = line.clone();
      changed[i] = 'x';
      assertThat(new Stamp().read(changed, 0))
          .as(new String(changed, StandardCharsets.US_ASCII))
          .isFalse();
    }
  }
}
