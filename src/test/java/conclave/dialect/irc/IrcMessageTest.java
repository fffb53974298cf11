package conclave.dialect.irc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IrcMessageTest {
  private static IrcMessage parse(String line) {
    return IrcMessage.parse(line);
  }

  @Test
  void aLineHasTagsASourceAVerbAndParameters() {
    IrcMessage message = parse("@a=1;b;+c/d=x :nick!u@h privmsg #room :hi  there ");
    assertThat(message.tags()).isEqualTo(Map.of("a", "1", "b", "", "+c/d", "x"));
    assertThat(message.source()).contains("nick!u@h");
    assertThat(message.verb()).isEqualTo("PRIVMSG");
    assertThat(message.parameters()).containsExactly("#room", "hi  there ");
  }

  @Test
  void wordsMayBeFarApart() {
    assertThat(parse("  @a   :s   FOO   x   y  ").parameters()).containsExactly("x", "y");
  }

  @Test
  void theLastParameterMayBeEmpty() {
    assertThat(parse("TOPIC #a :").parameters()).containsExactly("#a", "");
    assertThat(parse("TOPIC #a").parameters()).containsExactly("#a");
    assertThat(parse("A :").parameters()).containsExactly("");
  }

  @Test
  void aColonInsideAWordIsPartOfIt() {
    assertThat(parse("A b:c ::d :e").parameters()).containsExactly("b:c", ":d :e");
  }

  @Test
  void whatIsNoCommandHasAnEmptyVerb() {
    assertThat(List.of("", "   ", "@a=b", "@a=b ", ":src", ":src  ", "@", ":"))
        .allMatch(line -> parse(line).verb().isEmpty());
  }

  /** IRCv3 message-tags, Escaping values. */
  @ParameterizedTest
  @CsvSource({
    "a\\:b, a;b",
    "a\\sb, 'a b'",
    "a\\\\b, a\\b",
    "a\\bc, abc",
    "a\\, a",
    "\\\\\\s, '\\ '",
    "a=b, a=b",
    "'', ''"
  })
  void theValueOfATagIsUnescapedAsTheStandardSays(String escaped, String meant) {
    assertThat(parse("@k=" + escaped + " X").tags()).isEqualTo(Map.of("k", meant));
  }

  @Test
  void lineEndsInAValueAreEscaped() {
    assertThat(parse("@k=a\\rb\\n X").tags()).containsEntry("k", "a\rb\n");
    assertThat(new IrcMessage(Map.of("k", "a\rb\n; \\"), Optional.empty(), "X", List.of()).write())
        .isEqualTo("@k=a\\rb\\n\\:\\s\\\\ X");
  }

  @Test
  void theLastOfSeveralTagsWithOneKeyHolds() {
    assertThat(parse("@k=1;;=x;k=2 X").tags()).isEqualTo(Map.of("k", "2"));
  }

  @Property(tries = 1000)
  void whatIsWrittenIsReadAgain(@ForAll("messages") IrcMessage message) {
    assertThat(IrcMessage.parse(message.write())).isEqualTo(message);
  }

  @Property(tries = 1000)
  void noTextMakesItThrow(@ForAll String line) {
    assertThatCode(() -> IrcMessage.parse(line).write()).doesNotThrowAnyException();
    assertThatCode(() -> IrcMessage.parse("@" + line).write()).doesNotThrowAnyException();
    assertThatCode(() -> IrcMessage.parse(":" + line).write()).doesNotThrowAnyException();
  }

  @Provide
  Arbitrary<IrcMessage> messages() {
    Arbitrary<String> visible =
        Arbitraries.strings().withCharRange('!', '~').withChars("é日").ofMinLength(1).ofMaxLength(8);
    Arbitrary<String> word = visible.filter(text -> !text.startsWith(":"));
    Arbitrary<String> trailing =
        Arbitraries.strings().withCharRange(' ', '~').withChars("é日\u0001").ofMaxLength(12);
    Arbitrary<String> key =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withChars("+-./")
            .ofMinLength(1)
            .ofMaxLength(6);
    Arbitrary<String> value =
        Arbitraries.strings().withCharRange(' ', '~').withChars("\r\n\\;").ofMaxLength(8);
    Arbitrary<String> verb =
        Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(1).ofMaxLength(8);
    return Combinators.combine(
            Arbitraries.maps(key, value).ofMaxSize(4),
            word.optional(),
            verb,
            word.list().ofMaxSize(5),
            trailing.optional())
        .as(
            (tags, source, name, words, last) -> {
              List<String> parameters = new ArrayList<>(words);
              last.ifPresent(parameters::add);
              return new IrcMessage(tags, source, name, parameters);
            });
  }
}
