package conclave.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  @ParameterizedTest
  @CsvSource({"65536,65536", "64KiB,65536", "1MiB,1048576", "1GiB,1073741824", "70000B,70000"})
  void sizesHaveUnits(String text, int bytes) {
    assertThat(limits("send-queue", text).sendQueueBytes()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"65535", "63KiB", "2GiB", "1MB", "1mib", "-1", "1.5MiB", "", "MiB"})
  void otherSizesAreRefused(String text) {
    assertThat(Loading.mistakes(Loading.sets("limits.send-queue=" + text)))
        .singleElement()
        .asString()
        .endsWith("is not a size from 64KiB to 1GiB (B, KiB, MiB, GiB; a bare number is bytes)");
  }

  @ParameterizedTest
  @CsvSource({"100ms,PT0.1S", "30s,PT30S", "2m,PT2M", "24h,PT24H", "1d,PT24H"})
  void timesHaveUnits(String text, Duration time) {
    assertThat(limits("ping", text).ping()).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"30", "99ms", "2d", "9999999999d", "99999999999999999999s", "1w", "-5s"})
  void otherTimesAreRefused(String text) {
    assertThat(Loading.sets("limits.ping=" + text).mistakes()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1000001", "05", "1_0", "0x10", "1e3", "99999999999", " ", "five"})
  void numbersOutOfRangeAreRefused(String text) {
    assertThat(Loading.sets("limits.lines-per-second=" + text).mistakes()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"k", "nz", "+n", "n t", "o"})
  void otherModesOfRoomsAreRefused(String text) {
    assertThat(Loading.mistakes(Loading.sets("rooms.modes=" + text)))
        .singleElement()
        .asString()
        .contains("rooms.modes")
        .endsWith("letters of imnstcCMRTuE");
  }

  @Test
  void loadTestsMayRaiseTheLimits() {
    assertThat(limits("lines-per-second", "1000000").linesPerSecond()).isEqualTo(1_000_000);
    assertThat(limits("burst", "1000000").burst()).isEqualTo(1_000_000);
    assertThat(limits("connections-per-64", "1000000").connectionsPer64()).isEqualTo(1_000_000);
  }

  @Test
  void hashThreadsFollowTheProcessors() {
    int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    assertThat(limits("hash-threads", "auto").hashThreads()).isEqualTo(half);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[::]:6697",
        "[::1]:0",
        "[2001:db8::1]:65535",
        "127.0.0.1:6667",
        "0.0.0.0:1",
        "localhost:6667",
        "chat.example.org:6697",
        "[::ffff:192.0.2.1]:6697"
      })
  void endpointsReadAsTheyPrint(String text) {
    assertThat(Endpoint.parse(text)).map(Endpoint::toString).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "6697",
        ":6697",
        "::1:6697",
        "[::1]",
        "[::1]:",
        "[::1]:65536",
        "[::1]:-1",
        "[1.2.3.4]:1",
        "[:::]:1",
        "[::g]:1",
        "[12345::]:1",
        "256.0.0.1:1",
        "1.2.3:1",
        "1.2.3.4.5:1",
        "-a:1",
        "a b:1",
        "a..b:1",
        "[::1]:1 ",
        "é:1"
      })
  void otherEndpointsAreRefused(String text) {
    assertThat(Endpoint.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[::]:6667", "0.0.0.0:6667", "192.0.2.1:6667", "127.example.org:6667"})
  void plaintextStaysOnThisMachine(String text) {
    assertThat(Loading.mistakes(Loading.sets("server.listen-plaintext=" + text)))
        .containsExactly(
            "--set: server.listen-plaintext: \""
                + text
                + "\" is not a loopback address with a port, such as [::1]:6667 (without TLS,"
                + " nothing else is safe)");
  }

  @Test
  void plaintextOnTheLoopbackIsFine() {
    List<Endpoint> listen =
        Loading.good(Loading.sets("server.listen-plaintext=[::1]:1,127.0.0.1:2,localhost:3"))
            .server()
            .listenPlaintext();
    assertThat(listen).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lobby", "#", "#a b", "#a\u0007", "&a"})
  void roomNamesAreValid(String name) {
    assertThat(Loading.sets("rooms.default=" + name).mistakes()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", ".a", "a.", "a..b", "a b.c", "nick!u.h", ""})
  void theServersNameIsAHostName(String name) {
    assertThat(Loading.sets("server.name=" + name).mistakes()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "embedded",
        "postgresql://conclave@db/chat",
        "postgresql://conclave@db.example.org:5432/chat",
        "postgresql://conclave@[::1]:5432/chat"
      })
  void theStoreIsEmbeddedOrPostgres(String url) {
    assertThat(Loading.good(Loading.sets("store.url=" + url)).store().url()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sqlite",
        "mysql://u@h/d",
        "postgresql://h/d",
        "postgresql://u@h",
        "postgresql://u@h/",
        "postgresql://u@h/d/e",
        "postgresql://u@h:70000/d",
        "postgresql://u@h/d?x=y",
        "postgresql:d"
      })
  void otherStoresAreRefused(String url) {
    assertThat(Loading.mistakes(Loading.sets("store.url=" + url)))
        .singleElement()
        .asString()
        .contains("is not embedded or postgresql://USER@HOST[:PORT]/DATABASE");
  }

  private static LimitsConfig limits(String key, String text) {
    return Loading.good(Loading.sets("limits." + key + "=" + text)).limits();
  }
}
