package conclave.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OneTimeCodeTest {
  @Test
  void aCodeIsFourGroupsOfSignsThatCannotBeMistaken() {
    assertThat(OneTimeCode.newInvitation()).matches("([A-HJ-NP-Z2-9]{5}-){3}[A-HJ-NP-Z2-9]{5}");
  }

  @Test
  void noTwoCodesAreTheSame() {
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      assertThat(codes.add(OneTimeCode.newInvitation())).isTrue();
    }
  }

  @Test
  void aCodeMayBeTypedInAnyCaseWithSpacesAroundIt() {
    String hash = OneTimeCode.hash("ABCDE-FGHJK-LMNPQ-RSTUV");
    assertThat(OneTimeCode.hash(" abcde-fghjk-LMNPQ-rstuv ")).isEqualTo(hash);
    assertThat(OneTimeCode.hash("ABCDE-FGHJK-LMNPQ-RSTUW")).isNotEqualTo(hash);
  }

  @Test
  void aCodeIsStoredAsItsSha256() {
    assertThat(OneTimeCode.hash("ABC"))
        .isEqualTo("b5d4045c3f466fa91fe2cc6abe79232a1a57cdf104f7a26e716e0a1e2789df78");
  }
}
