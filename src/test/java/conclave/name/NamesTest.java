package conclave.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "alice", "Alice-2", "_x", "[away]", "{}", "a|b", "^`", "\\o"})
  void aNickHasLettersDigitsAndTheSpecialsOfIrc(String text) {
    assertThat(Nick.parse(text)).map(Nick::text).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "1a", "-a", "a b", "a,b", "a*", "a?", "a!b", "a@b", "#a", ":a", "~a", "a.b", "a\u200b",
        "a\u0000", "a\r", "a\n", "😀", "＃a"
      })
  void whatCouldBeMistakenForSomethingElseIsNoNick(String text) {
    assertThat(Nick.parse(text)).isEmpty();
    assertThat(AccountName.parse(text)).isEmpty();
    assertThatThrownBy(() -> new Nick(text)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AccountName(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNickHasAtMost64Characters() {
    assertThat(Nick.parse("a".repeat(64))).isPresent();
    assertThat(Nick.parse("a".repeat(65))).isEmpty();
  }

  @Test
  void aNameIsWrittenAsItsOwnerWroteItAndFoundInAnyCase() {
    assertThat(new Nick("AliCE")).hasToString("AliCE").extracting(Nick::key).isEqualTo("alice");
    assertThat(new AccountName("AliCE").key()).isEqualTo("alice");
    assertThat(new AccountName("AliCE").asNick()).isEqualTo(new Nick("AliCE"));
    assertThat(new RoomName("#LobBY").key()).isEqualTo("#lobby");
  }

  @Test
  void aNameThatIsFoldedAlreadyIsTheSameObject() {
    String folded = "#lobby";
    assertThat(CaseFold.fold(folded)).isSameAs(folded);
  }

  @ParameterizedTest
  @ValueSource(strings = {"#a", "##", "#Ünïcödé", "#日本語", "#😀", "#a:b", "#a*b", "#a#b", "#'\"\\"})
  void aRoomMayBeCalledByAnyVisibleCharacters(String text) {
    assertThat(RoomName.parse(text)).map(RoomName::text).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#",
        "a",
        "&a",
        "#a b",
        "#a,b",
        "#a\u0007",
        "#a\u0000",
        "#a\r",
        "#a\n",
        "#a\t",
        "#a\u00a0b",
        "#a\u2003",
        "#a\u3000",
        "#a\u200b",
        "#a\u200d",
        "#a\u202e",
        "#a\u2066",
        "#a\u2028",
        "#a\u2029",
        "#a\u0085",
        "#a\u009b",
        "#a\u007f",
        "#a\ufeff",
        "#a\u00ad",
        "#a\ud800",
        "#a\udc00x"
      })
  void aRoomsNameShowsAllThatIsInIt(String text) {
    assertThat(RoomName.parse(text)).isEmpty();
    assertThatThrownBy(() -> new RoomName(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRoomsNameHasAtMost200Characters() {
    assertThat(RoomName.parse("#" + "a".repeat(199))).isPresent();
    assertThat(RoomName.parse("#" + "a".repeat(200))).isEmpty();
  }

  @Test
  void aPersonMayLeaveTheHashOut() {
    assertThat(RoomName.parseLoosely("lobby")).contains(new RoomName("#lobby"));
    assertThat(RoomName.parseLoosely("#lobby")).contains(new RoomName("#lobby"));
    assertThat(RoomName.parseLoosely("")).isEmpty();
    assertThat(RoomName.parseLoosely("a b")).isEmpty();
  }
}
