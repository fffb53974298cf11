package conclave.web;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.account.AccountRole;
import conclave.account.Peer;
import conclave.account.Right;
import conclave.bus.Ranked;
import conclave.bus.Revoked;
import conclave.name.AccountName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class VisitsTest {
  private static final AccountName BOSS = new AccountName("boss");

  private final List<Visit> over = new ArrayList<>();
  private long now = 1;
  private final Visits visits = new Visits(() -> now, over::add);

  private Visit come(String connection) {
    Peer peer = new Peer(connection, "::1", List.of("6/64:0000000000000000"), "web");
    return visits.begin(BOSS, AccountRole.ADMIN, peer);
  }

  @Test
  void whoShowsTheCookieIsFoundAndNobodyElse() {
    Visit visit = come("w1");
    assertThat(visits.find(visit.cookie())).containsSame(visit);
    assertThat(visits.find(visit.token())).isEmpty();
    assertThat(visits.find("")).isEmpty();
    assertThat(visit.cookie()).hasSize(43).isNotEqualTo(visit.token());
  }

  @Test
  void whoIsNotSeenForHalfAnHourIsOut() {
    Visit visit = come("w1");
    now += Visits.IDLE.toMillis() - 1;
    assertThat(visits.find(visit.cookie())).isPresent();
    now += Visits.IDLE.toMillis();
    assertThat(visits.find(visit.cookie())).isEmpty();
    visits.sweep();
    assertThat(over).containsExactly(visit);
  }

  @Test
  void nobodyStaysLongerThanHalfADay() {
    Visit visit = come("w1");
    for (long passed = 0; passed < Visits.LIFE.toMillis(); passed += Visits.IDLE.toMillis() - 1) {
      assertThat(visits.find(visit.cookie())).isPresent();
      now += Visits.IDLE.toMillis() - 1;
    }
    assertThat(visits.find(visit.cookie())).isEmpty();
  }

  @Test
  void whereThereAreTooManyWhoWasNotSeenForLongestIsOut() {
    Visit first = come("w0");
    now++;
    Visit second = come("w1");
    Set<String> cookies = new HashSet<>();
    for (int i = 2; i < Visits.MOST; i++) {
      now++;
      cookies.add(come("w" + i).cookie());
    }
    now++;
    visits.find(first.cookie());
    Visit last = come("last");
    assertThat(over).containsExactly(second);
    assertThat(cookies).hasSize(Visits.MOST - 2);
    assertThat(visits.find(first.cookie())).isPresent();
    assertThat(visits.find(last.cookie())).isPresent();
  }

  @Test
  void whoseSessionIsEndedIsOut() {
    Visit one = come("w1");
    Visit other = come("w2");
    visits.revoked(new Revoked(Set.of("w2", "c7"), Optional.empty(), Optional.empty(), "ended"));
    assertThat(over).containsExactly(other);
    assertThat(visits.find(one.cookie())).isPresent();
  }

  @Test
  void whoMayDoLessFromNowOnDoesLessAndWhoIsNoOperatorIsOut() {
    Visit visit = come("w1");
    visits.ranked(new Ranked(new AccountName("BOSS"), AccountRole.OPERATOR));
    assertThat(visits.find(visit.cookie())).isPresent();
    assertThat(visit.may(Right.CONNECTIONS)).isTrue();
    assertThat(visit.may(Right.SERVER)).isFalse();
    visits.ranked(new Ranked(new AccountName("alice"), AccountRole.MEMBER));
    assertThat(over).isEmpty();
    visits.ranked(new Ranked(BOSS, AccountRole.MEMBER));
    assertThat(over).containsExactly(visit);
  }

  @Test
  void aSentenceIsSaidOnce() {
    Visit visit = come("w1");
    visit.say("done");
    assertThat(visit.said()).contains("done");
    assertThat(visit.said()).isEmpty();
  }
}
