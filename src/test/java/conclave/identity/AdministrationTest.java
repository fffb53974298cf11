package conclave.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conclave.Needles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What administrators do to accounts, and others can't. */
class AdministrationTest {
  private static final String PASSWORD = Needles.PASSWORD;
  private static final String NEXT = "another-" + Needles.PASSWORD;

  @TempDir Path data;
  private IdentityServer server;
  private Wire root;

  @BeforeEach
  void start() throws IOException {
    server = IdentityServer.start(data);
    server.admin("root1", PASSWORD);
    server.account("alice", PASSWORD);
    root = server.in("root1", PASSWORD);
  }

  @AfterEach
  void stop() throws IOException {
    root.close();
    server.close();
  }

  @Test
  void anAccountIsAdded() throws IOException {
    root.send("ACCOUNT ADD carol operator :" + PASSWORD).until(" NOTE ACCOUNT DONE ADD carol :");
    root.send("ACCOUNT ADD Carol member :" + PASSWORD).until(" FAIL ACCOUNT ACCOUNT_EXISTS Carol ");
    root.send("ACCOUNT ADD 1x member :" + PASSWORD).until(" FAIL ACCOUNT ");
    root.send("ACCOUNT ADD dave member :short").until(" FAIL ACCOUNT UNACCEPTABLE_PASSWORD ");
    root.send("ACCOUNT ADD dave king :" + PASSWORD).until(" 461 ");
    root.send("ACCOUNT INFO carol").until(" NOTE ACCOUNT ACCOUNT carol operator enabled ");
    root.send("ACCOUNT LIST").until(" NOTE ACCOUNT END 3 :");
    server.in("carol", PASSWORD).close();
  }

  @Test
  void anotherPasswordEndsAllSessions() throws IOException {
    try (Wire alice = server.in("alice", PASSWORD)) {
      root.send("ACCOUNT PASSWD alice :" + NEXT).until(" NOTE ACCOUNT DONE PASSWD alice :");
      assertThat(alice.last()).contains("The password was changed");
    }
    server.in("alice", NEXT).close();
  }

  @Test
  void whoIsDisabledIsOutAtOnce() throws IOException {
    try (Wire alice = server.in("alice@phone", PASSWORD);
        Wire back = server.wire().begun("alice");
        Wire person = server.wire()) {
      String token = alice.ask("SESSIONS TOKEN", " TOKEN alice*1 ", 5);
      root.send("ACCOUNT DISABLE alice").until(" NOTE ACCOUNT DONE DISABLE alice :");
      assertThat(alice.last()).contains("ERROR").contains("The account was closed");
      back.plain("alice", PASSWORD).until(" 902 ");
      back.plain("alice*1", token).until(" 904 ");
      back.plain("alice", Needles.WRONG_PASSWORD).until(" 904 ");
      person.send("/login alice").send(PASSWORD).until("! That account is disabled");
      root.send("ACCOUNT ENABLE alice").until(" NOTE ACCOUNT DONE ENABLE alice :");
      back.plain("alice", PASSWORD).until(" 903 ");
    }
  }

  @Test
  void whoIsDeletedIsGoneAndTheNameStaysTaken() throws IOException {
    try (Wire alice = server.in("alice", PASSWORD);
        Wire back = server.wire().begun("alice")) {
      root.send("ACCOUNT DELETE alice").until(" NOTE ACCOUNT DONE DELETE alice :");
      assertThat(alice.last()).contains("The account was closed");
      back.plain("alice", PASSWORD).until(" 904 ");
      back.send("REGISTER alice * " + PASSWORD).until(" FAIL REGISTER ACCOUNT_EXISTS alice :");
      root.send("ACCOUNT ENABLE alice").until(" FAIL ACCOUNT NO_SUCH_ACCOUNT alice :");
      root.send("ACCOUNT ADD alice member :" + PASSWORD).until(" FAIL ACCOUNT ACCOUNT_EXISTS ");
    }
  }

  @Test
  void theLastAdministratorStays() throws IOException {
    for (String verb : new String[] {"ROLE root1 member", "DISABLE root1", "DELETE root1"}) {
      root.send("ACCOUNT " + verb).until(" FAIL ACCOUNT LAST_ADMIN root1 :");
    }
    root.send("ACCOUNT ROLE alice admin").until(" NOTE ACCOUNT DONE ROLE alice :");
    root.send("ACCOUNT ROLE root1 member").until(" NOTE ACCOUNT DONE ROLE root1 :");
    root.send("ACCOUNT LIST").until(" 481 ");
  }

  @Test
  void aMemberIsRefusedUntilTheRoleIsAnother() throws IOException {
    try (Wire alice = server.in("alice", PASSWORD)) {
      for (String verb : new String[] {"LIST", "INFO alice", "PASSWD root1 :" + NEXT, "INVITE"}) {
        alice.send("ACCOUNT " + verb).until(" 481 ");
      }
      alice.send("ACCOUNT ROLE alice admin").until(" 481 ");
      root.send("ACCOUNT ROLE alice operator").until(" DONE ROLE alice ");
      alice.send("ACCOUNT LIST").until(" 481 ");
      root.send("ACCOUNT ROLE alice admin").until(" DONE ROLE alice ");
      alice.send("ACCOUNT LIST").until(" NOTE ACCOUNT END 2 :");
    }
  }

  @Test
  void sessionsAndCodesOfOthersAreAnAdministrators() throws IOException {
    try (Wire alice = server.in("alice@phone", PASSWORD)) {
      root.send("ACCOUNT SESSIONS alice").until(" NOTE SESSIONS SESSION 1 live ");
      String code = root.ask("ACCOUNT CODE alice", " NOTE ACCOUNT CODE alice ", 5);
      root.send("ACCOUNT END alice 1").until(" NOTE SESSIONS ENDED 1 :");
      assertThat(alice.last()).contains("This session was ended");
      server.in("alice", code).close();
      root.send("ACCOUNT CODE nobody").until(" FAIL ACCOUNT NO_SUCH_ACCOUNT nobody :");
    }
  }

  @Test
  void anInvitationIsGoodOnceAndNotForEver() throws IOException {
    String code = root.ask("ACCOUNT INVITE 1", " NOTE ACCOUNT INVITATION ", 4);
    try (Wire carol = server.wire();
        Wire dave = server.wire()) {
      carol.send("/register carol " + code).send(PASSWORD).until("Welcome, carol");
      dave.send("/register dave " + code).send(PASSWORD).until("! That invitation is not good");
    }
    root.send("ACCOUNT INVITE soon").until(" 461 ");
  }

  @Test
  void operShowsAnOperatorsAccountAsWell() throws IOException {
    root.send("ACCOUNT ADD carol member :" + PASSWORD).until(" DONE ADD carol ");
    try (Wire alice = server.in("alice", PASSWORD)) {
      alice.send("OPER root1 " + Needles.WRONG_PASSWORD).until(" 464 ");
      alice.send("OPER carol " + PASSWORD).until(" 491 ");
      alice.send("ACCOUNT LIST").until(" 481 ");
      alice.send("OPER root1 " + PASSWORD).until(" 381 ");
      alice.send("ACCOUNT LIST").until(" NOTE ACCOUNT END 3 :");
    }
  }

  @Test
  void rightsBorrowedByOperEndWithTheAccountTheyAreOf() throws IOException {
    root.send("ACCOUNT ADD carol admin :" + PASSWORD).until(" DONE ADD carol ");
    try (Wire alice = server.in("alice", PASSWORD)) {
      alice.send("OPER carol " + PASSWORD).until(" 381 ");
      root.send("ACCOUNT DISABLE carol").until(" DONE DISABLE carol ");
      alice.send("ACCOUNT LIST").until(" 481 ");
    }
  }

  @Test
  void rightsBorrowedByOperEndWhenTheOwnerChangesThePasswordOrEndsAllSessions() throws IOException {
    root.send("ACCOUNT ADD carol admin :" + PASSWORD).until(" DONE ADD carol ");
    try (Wire alice = server.in("alice", PASSWORD);
        Wire carol = server.in("carol", PASSWORD)) {
      alice.send("OPER carol " + PASSWORD).until(" 381 ");
      carol.send("SESSIONS END all").until(" NOTE SESSIONS ENDED 0 :");
      alice.send("ACCOUNT LIST").until(" 481 ");
      alice.send("OPER carol " + PASSWORD).until(" 381 ");
      carol.send("PASSWORD " + PASSWORD + " :" + NEXT).until(" NOTE PASSWORD CHANGED :");
      alice.send("ACCOUNT LIST").until(" 481 ");
      root.send("ACCOUNT ROLE carol admin").until(" DONE ROLE carol ");
      alice.send("ACCOUNT LIST").until(" 481 ");
      assertThat(whois("alice")).noneMatch(line -> line.contains(" 313 "));
      carol.send("ACCOUNT LIST").until(" NOTE ACCOUNT END 3 :");
    }
  }

  @Test
  void operTakesNoOneTimeCode() throws IOException {
    String code = root.ask("ACCOUNT CODE root1", " NOTE ACCOUNT CODE root1 ", 5);
    try (Wire alice = server.in("alice", PASSWORD)) {
      alice.send("OPER root1 " + code).until(" 464 ");
      alice.send("ACCOUNT LIST").until(" 481 ");
    }
    server.in("root1", code).close();
  }

  @Test
  void whoHasLostTheConnectionThatBorrowedARankHasNone() throws IOException {
    try (Wire phone = server.in("alice@phone", PASSWORD);
        Wire desk = server.in("alice", PASSWORD)) {
      phone.send("OPER root1 " + PASSWORD).until(" 381 ");
      root.send("WHOIS alice").until(" 313 root1 alice ");
      phone.send("QUIT").last();
      await().until(() -> whois("alice").stream().noneMatch(line -> line.contains(" 313 ")));
      desk.send("ACCOUNT LIST").until(" 481 ");
    }
  }

  private List<String> whois(String nick) throws IOException {
    root.send("WHOIS " + nick);
    return root.heardUpToNow();
  }

  @Test
  void atATerminalTheSameIsDone() throws IOException {
    try (Wire person = server.wire()) {
      person.send("/login root1").send(PASSWORD).until("Welcome, root1");
      person.send("/account add carol member " + PASSWORD).until("The account carol is there now");
      person.send("/account role carol operator").until("carol has the role operator now.");
      person.send("/account disable carol").until("carol is out, and can't log in.");
      person.send("/account list").until("carol: operator, disabled, since ");
      person.send("/invitation 2").until("/register NAME ");
      person.send("/account delete carol").until("carol is gone for good");
    }
  }
}
