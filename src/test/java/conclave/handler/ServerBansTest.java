package conclave.handler;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.ServerBan;
import conclave.command.ServerBan.Kind;
import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.name.Source;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerBansTest {
  private static final Source BOB =
      new Source(new Nick("bob"), "bob", "user/bob", Optional.of(new AccountName("bob")));

  private final ServerBans bans = new ServerBans(new Forgetful(), () -> {});

  private static ServerBan ban(Kind kind, String mask, long expires) {
    return new ServerBan(kind, mask, "spam", "alice", 1, expires);
  }

  @Test
  void aBanCoversByMaskOrByAddress() {
    bans.add(ban(Kind.MASK, "*!*@user/bob", Long.MAX_VALUE));
    bans.add(ban(Kind.ADDRESS, "192.0.2.0/24", Long.MAX_VALUE));
    assertThat(bans.of(BOB)).isPresent();
    assertThat(bans.of(BOB.withNick(new Nick("rob")))).isPresent();
    assertThat(bans.of("192.0.2.9")).isPresent();
    assertThat(bans.of("192.0.3.9")).isEmpty();
    assertThat(bans.remove(Kind.MASK, "*!*@user/bob").result()).isTrue();
    assertThat(bans.remove(Kind.MASK, "*!*@user/bob").result()).isFalse();
    assertThat(bans.of(BOB)).isEmpty();
  }

  @Test
  void aBanThatIsOverCoversNobody() {
    bans.add(ban(Kind.MASK, "bob!*@*", 1));
    assertThat(bans.of(BOB)).isEmpty();
    assertThat(bans.all()).isEmpty();
  }

  @Test
  void soManyBansThereMayBeAndNoMore() {
    for (int i = 0; i < ServerBans.MAX; i++) {
      assertThat(bans.add(ban(Kind.MASK, "u" + i + "!*@*", Long.MAX_VALUE)).result()).isTrue();
    }
    assertThat(bans.add(ban(Kind.MASK, "bob!*@*", Long.MAX_VALUE)).result()).isFalse();
    assertThat(bans.add(ban(Kind.MASK, "u1!*@*", Long.MAX_VALUE)).result()).isTrue();
    assertThat(bans.all()).hasSize(ServerBans.MAX);
  }
}
