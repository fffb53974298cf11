package conclave.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IrcLineTest {
  @Example
  void aFullLineIsTakenApart() {
    IrcLine line =
        IrcLine.parse(
            "@time=2026-01-02T03:04:05.000Z;+x=a\\:b\\s :bob!u@h privmsg  #lobby :hi all");

    assertThat(line.tags()).containsEntry("+x", "a;b ").containsKey("time");
    assertThat(line.nick()).isEqualTo("bob");
    assertThat(line.command()).isEqualTo("PRIVMSG");
    assertThat(line.params()).containsExactly("#lobby", "hi all");
  }

  @Example
  void nobodyCanSmuggleASecondLine() {
    assertThat(IrcLine.of("PRIVMSG", "#lobby", "hi\r\nQUIT").write())
        .isEqualTo("PRIVMSG #lobby :hi  QUIT");
  }

  @Property
  void whatIsWrittenIsReadTheSame(@ForAll("lines") IrcLine line) {
    assertThat(IrcLine.parse(line.write())).isEqualTo(line);
  }

  @Property
  void noLineThrows(@ForAll String line) {
    Interpreter interpreter = new Interpreter(Clock.systemUTC());

    assertThat(interpreter.on(IrcLine.parse(line))).isNotNull();
  }

  @Property
  void noParametersThrow(@ForAll("verbs") String verb, @ForAll List<String> params)
      throws LogInRefused {
    IrcLine line = new IrcLine(Map.of("time", "x"), "", verb, params);

    assertThat(new Interpreter(Clock.systemUTC()).on(line)).isNotNull();
    try {
      assertThat(new LogIn(new Credentials("alice", "secret")).on(line)).isNotNull();
    } catch (LogInRefused e) {
      assertThat(e).hasMessageMatching("(?s).*"); // a no is an answer
    }
  }

  @Provide
  Arbitrary<String> verbs() {
    return Arbitraries.of(
        "JOIN PART KICK QUIT NICK TOPIC INVITE MODE FAIL WARN ERROR PRIVMSG NOTICE BATCH CAP"
            .concat(" AUTHENTICATE PING 001 322 332 331 353 366 433 473 904 999 372")
            .split(" ", -1));
  }

  @Provide
  Arbitrary<IrcLine> lines() {
    Arbitrary<String> word = Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(8);
    Arbitrary<String> text =
        Arbitraries.strings()
            .filter(s -> !s.contains("\r") && !s.contains("\n") && !s.contains("\0"));
    Arbitrary<Map<String, String>> tags =
        Arbitraries.maps(word, Arbitraries.strings().filter(s -> !s.contains("\0"))).ofMaxSize(3);
    Arbitrary<List<String>> params =
        Combinators.combine(word.list().ofMaxSize(4), text)
            .as(
                (words, last) ->
                    java.util.stream.Stream.concat(words.stream(), java.util.stream.Stream.of(last))
                        .toList());
    return Combinators.combine(
            tags, word, word.map(w -> w.toUpperCase(java.util.Locale.ROOT)), params)
        .as(IrcLine::new);
  }
}
