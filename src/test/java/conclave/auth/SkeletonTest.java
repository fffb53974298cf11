package conclave.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkeletonTest {
  @ParameterizedTest
  @CsvSource({
    "alice, a1ice",
    "alice, ALICE",
    "alice, aIice",
    "alice, A|ice",
    "Mallory, rnallory",
    "mallory, MaIIory",
    "moon, m0On",
    "NickServ, N1ckServ",
    "scope, ѕсоре",
    "BOB, ВОВ",
    "bob, ВОВ",
    "Сосо, Coco",
    "ρ, p",
    "ロ, 口",
  })
  void namesThatLookAlikeHaveOneSkeleton(String one, String other) {
    assertThat(Skeleton.of(other)).isEqualTo(Skeleton.of(one));
  }

  @ParameterizedTest
  @CsvSource({"alice, alicia", "bob, rob", "alice, alice_", "ann, anna", "jon, jan"})
  void namesThatDifferStayApart(String one, String other) {
    assertThat(Skeleton.of(other)).isNotEqualTo(Skeleton.of(one));
  }
}
