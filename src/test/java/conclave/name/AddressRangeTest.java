package conclave.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24, 192.0.2.255, true",
    "192.0.2.77/24, 192.0.2.1, true",
    "192.0.2.0/24, 192.0.3.1, false",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "2001:db8::/33, 2001:db8:7fff:0:0:0:0:1, true",
    "2001:db8::/33, 2001:db8:8000:0:0:0:0:1, false",
    "::1, 0:0:0:0:0:0:0:1, true",
    "::/0, 192.0.2.7, false",
    "0.0.0.0/0, 192.0.2.7, true",
    "192.0.2.7, nobody, false"
  })
  void aRangeHasTheAddressesWhoseFirstBitsAreItsOwn(String range, String address, boolean isIn) {
    assertThat(AddressRange.parse(range).orElseThrow().contains(address)).isEqualTo(isIn);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "x",
        "192.0.2.0/33",
        "192.0.2/24",
        "::/129",
        "::1/",
        "::1/x",
        ":",
        "1:2",
        "dead.beef.example",
        "256.1.1.1",
        "999.1.1.1",
        "1..1.1",
        ".:",
        ".1:2"
      })
  void whatIsNoRangeIsNone(String text) {
    assertThat(AddressRange.parse(text)).isEmpty();
  }

  @Test
  void aRangeIsWrittenInOneWay() {
    assertThat(AddressRange.parse("192.0.2.77/24")).hasToString("Optional[192.0.2.0/24]");
    assertThat(AddressRange.parse("2001:DB8::1/64"))
        .hasToString("Optional[2001:db8:0:0:0:0:0:0/64]");
  }
}
