package conclave.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conclave.Needles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationTest {
  private static final String PASSWORD = Needles.PASSWORD;

  @TempDir Path data;

  private static Wire begun(IdentityServer server, String nick) throws IOException {
    Wire wire = server.wire();
    wire.send("CAP LS 302").send("NICK " + nick).send("USER " + nick + " 0 * :Somebody");
    return wire;
  }

  @Test
  void anIrcClientRegistersAndIsLetIn() throws IOException {
    try (IdentityServer server = IdentityServer.start(data);
        Wire wire = begun(server, "alice")) {
      wire.until("draft/account-registration=before-connect,custom-account-name");
      wire.send("REGISTER * * " + PASSWORD).until(" REGISTER SUCCESS alice :");
      wire.until(" 900 * alice!alice@user/alice alice :");
      wire.send("REGISTER * * " + PASSWORD).until(" FAIL REGISTER ALREADY_AUTHENTICATED * :");
      wire.send("CAP END").until(" 001 alice ");
      wire.send("REGISTER bob * " + PASSWORD).until(" FAIL REGISTER ALREADY_AUTHENTICATED bob :");
      try (Wire next = server.wire()) {
        next.send("PASS alice:" + PASSWORD).send("NICK alice").send("USER a 0 * :A");
        next.until(" 001 alice ");
      }
    }
  }

  @Test
  void whatMayNotBeIsRefusedByName() throws IOException {
    try (IdentityServer server = IdentityServer.start(data);
        Wire wire = server.wire()) {
      server.account("alice", PASSWORD);
      wire.send("CAP LS 302");
      wire.send("REGISTER * * " + PASSWORD).until(" FAIL REGISTER NEED_NICK * :");
      wire.send("REGISTER alice * " + PASSWORD).until(" FAIL REGISTER ACCOUNT_EXISTS alice :");
      wire.send("REGISTER a1ice * " + PASSWORD).until(" FAIL REGISTER ACCOUNT_EXISTS a1ice :");
      wire.send("REGISTER 1x * " + PASSWORD).until(" FAIL REGISTER BAD_ACCOUNT_NAME 1x :");
      wire.send("REGISTER N1ckServ * " + PASSWORD).until(" FAIL REGISTER BAD_ACCOUNT_NAME ");
      wire.send("REGISTER bob * short").until(" FAIL REGISTER UNACCEPTABLE_PASSWORD bob :");
      wire.send("REGISTER bob * :").until(" FAIL REGISTER UNACCEPTABLE_PASSWORD bob :");
      wire.send("REGISTER bob * " + "x".repeat(400)).until("UNACCEPTABLE_PASSWORD bob :");
      wire.send("REGISTER bob *").until(" 461 ");
    }
  }

  @Test
  void aNameOfTheServersOwnIsNobodysNick() throws IOException {
    try (IdentityServer server = IdentityServer.start(data, "accounts.nick-is-account=false");
        Wire wire = server.wire()) {
      wire.send("NICK NickServ").until(" 432 * NickServ :");
    }
  }

  @Test
  void aClientThatOffersTheNameOfTheMachinesUserIsLetInByItsAccountsName() throws IOException {
    try (IdentityServer server = IdentityServer.start(data)) {
      server.account("alice", PASSWORD);
      try (Wire wire = server.wire().begun("root")) {
        wire.plain("alice", PASSWORD).until(" 903 ");
        wire.send("CAP END").until(" 001 alice ");
        wire.send("NICK root").until(" 432 alice root :");
      }
    }
  }

  @Test
  void aGuestIsNotLetInByANameOfTheServersOwn() throws IOException {
    try (IdentityServer server = IdentityServer.start(data, "accounts.login=optional");
        Wire wire = server.wire()) {
      wire.send("NICK root").send("USER x 0 * :x").until(" root :");
      wire.send("NICK guest").until(" 001 guest ");
    }
  }

  @Test
  void anInvitationIsTheCodeThatVerifies() throws IOException {
    try (IdentityServer server = IdentityServer.start(data, "accounts.registration=invite");
        Wire wire = begun(server, "alice")) {
      wire.send("VERIFY alice nothing").until(" FAIL VERIFY INVALID_CODE alice :");
      wire.send("REGISTER * * " + PASSWORD).until(" REGISTER VERIFICATION_REQUIRED alice :");
      wire.send("VERIFY bob " + server.firstCode()).until(" FAIL VERIFY INVALID_CODE bob :");
      wire.send("VERIFY alice AAAAA-BBBBB").until(" FAIL VERIFY INVALID_CODE alice :");
      wire.send("VERIFY alice " + server.firstCode()).until(" VERIFY SUCCESS alice :");
      wire.until(" 900 ");
      wire.send("CAP END").until(" 001 alice ");
    }
  }

  @Test
  void whoMistypesAnInvitationTriesAgainAndWhoGuessesWaits() throws IOException {
    try (IdentityServer server =
            IdentityServer.start(
                data,
                "accounts.registration=invite",
                "limits.log-in-failures=3",
                "limits.log-in-delay=1m");
        Wire alice = begun(server, "alice");
        Wire mallory = begun(server, "mallory")) {
      alice.send("REGISTER * * " + PASSWORD).until(" REGISTER VERIFICATION_REQUIRED alice :");
      alice.send("VERIFY alice AAAAA-BBBBB").until(" FAIL VERIFY INVALID_CODE alice :");
      alice.send("VERIFY alice " + server.firstCode()).until(" VERIFY SUCCESS alice :");
      mallory.send("REGISTER * * " + PASSWORD).until(" VERIFICATION_REQUIRED mallory :");
      mallory.send("VERIFY mallory AAAAA-BBBBB").until(" FAIL VERIFY INVALID_CODE mallory :");
      mallory.send("NS REGISTER " + PASSWORD + " AAAAA-BBBBB").until("needs an invitation");
      mallory.send("VERIFY mallory AAAAA-BBBBB").until(" VERIFY TEMPORARILY_UNAVAILABLE mallory");
    }
    assertThat(Files.readString(data.resolve("audit/audit.jsonl")))
        .contains("\"detail\":\"wrong-invitation\"")
        .contains("\"event\":\"locked-out\"");
  }

  @Test
  void manyWhoRegisterWithoutAnInvitationKeepNobodyOut() throws IOException {
    try (IdentityServer server =
            IdentityServer.start(
                data,
                "accounts.registration=invite",
                "accounts.pbkdf2-iterations=1000000",
                "limits.hash-threads=1",
                "limits.hash-queue=1");
        Wire one = begun(server, "anna");
        Wire two = begun(server, "berta");
        Wire three = begun(server, "carla")) {
      for (Wire wire : List.of(one, two, three)) {
        wire.send("REGISTER * * " + PASSWORD);
      }
      for (Wire wire : List.of(one, two, three)) {
        assertThat(wire.until(" REGISTER ")).contains(" VERIFICATION_REQUIRED ");
      }
    }
  }

  @Test
  void whereTheServerHasAPasswordNobodyRegistersWithoutIt() throws IOException {
    try (IdentityServer server = IdentityServer.start(data, "server.password=sesame");
        Wire alice = server.wire();
        Wire person = server.wire()) {
      alice.send("NICK alice").send("REGISTER * * " + PASSWORD);
      alice.until(" FAIL REGISTER DISALLOWED alice :This server has a password");
      alice.send("NS REGISTER " + PASSWORD).until(" :This server has a password");
      alice.send("PASS sesame").send("REGISTER * * " + PASSWORD);
      alice.until(" REGISTER SUCCESS alice :");
      person.send("/register bob").send(PASSWORD).until("! This server has a password");
      person.send("/register bob " + server.firstCode()).send(PASSWORD).until("Welcome, bob");
    }
  }

  @Test
  void thePasswordOfTheServerIsNotGuessed() throws IOException {
    try (IdentityServer server =
            IdentityServer.start(data, "server.password=sesame", "accounts.login=optional");
        Wire guest = server.wire();
        Wire mallory = server.wire();
        Wire late = server.wire()) {
      guest.send("PASS sesame").send("NICK guest").send("USER g 0 * :G").until(" 001 guest ");
      for (int i = 0; i < 5; i++) {
        mallory.send("PASS guess" + i);
      }
      mallory.send("PASS sesame").send("NICK mallory").send("USER m 0 * :M").until(" 464 ");
      late.send("PASS sesame").send("NICK late").send("USER l 0 * :L").until(" 464 ");
    }
  }

  @Test
  void whereNobodyRegistersItIsNotOffered() throws IOException {
    try (IdentityServer server = IdentityServer.start(data, "accounts.registration=closed");
        Wire wire = begun(server, "alice")) {
      wire.send("REGISTER * * " + PASSWORD).until(" FAIL REGISTER DISALLOWED alice :");
      assertThat(String.join("\n", wire.heard())).doesNotContain("account-registration");
    }
  }

  @Test
  void nickServLogsInWhoIsNotInYet() throws IOException {
    try (IdentityServer server = IdentityServer.start(data);
        Wire wire = server.wire()) {
      server.account("alice", PASSWORD);
      wire.send("NICK alice").send("USER alice 0 * :Alice").until("ACCOUNT_REQUIRED");
      wire.send("PRIVMSG NickServ :IDENTIFY " + Needles.WRONG_PASSWORD)
          .until(":NickServ!NickServ@conclave.local NOTICE * :Password incorrect");
      wire.send("PRIVMSG nickserv@conclave :help").until(" NOTICE * :IDENTIFY [account]");
      wire.send("PRIVMSG NickServ :identify alice " + PASSWORD)
          .until(" NOTICE * :You are logged in as alice.");
      wire.until(" 900 ");
      wire.until(" 001 alice ");
    }
  }

  @Test
  void nickServRegistersByItsOtherNamesToo() throws IOException {
    try (IdentityServer server = IdentityServer.start(data);
        Wire bob = server.wire();
        Wire carol = server.wire()) {
      bob.send("NICK bob").send("USER bob 0 * :B").until("ACCOUNT_REQUIRED");
      bob.send("NS REGISTER " + PASSWORD + " bob@example.org").until(" 001 bob ");
      carol.send("NICK b0b").send("USER carol 0 * :C").until("ACCOUNT_REQUIRED");
      carol.send("NICKSERV REGISTER " + PASSWORD).until(" :That name looks too much like");
      carol
          .send("PRIVMSG NickServ,bob :IDENTIFY bob " + Needles.WRONG_PASSWORD)
          .until(" :Password incorrect");
      carol.send("NS IDENTIFY bob " + PASSWORD).until(" 001 bob ");
      assertThat(bob.heardUpToNow()).noneMatch(line -> line.contains("IDENTIFY"));
      carol.send("NS IDENTIFY bob " + PASSWORD).until("NOTICE bob :You have already");
    }
  }

  @Test
  void aGuestLooksLikeNobodyElse() throws IOException {
    try (IdentityServer server = IdentityServer.start(data, "accounts.login=optional");
        Wire guest = server.wire()) {
      server.account("alice", PASSWORD);
      guest.send("NICK a1ice").send("USER g 0 * :G").until(" 433 * a1ice :");
      guest.send("NICK guest").until(" 001 guest ");
      guest.send("NICK AL1CE").until(" 433 guest AL1CE :");
      guest.send("NICK R00T").until(" 433 guest R00T :");
      guest.send("REGISTER * * " + PASSWORD).until(" REGISTER SUCCESS guest :");
      guest.send("PRIVMSG guest :me").until(":guest!g@user/guest PRIVMSG guest :me");
    }
  }

  @Test
  void anAccountTakesNobodysNick() throws IOException {
    try (IdentityServer server = IdentityServer.start(data, "accounts.nick-is-account=false");
        Wire bob = server.wire()) {
      server.account("alice", PASSWORD);
      server.account("bob", PASSWORD);
      bob.send("PASS bob:" + PASSWORD).send("NICK alice").send("USER b 0 * :B");
      bob.until(" 433 * alice :");
      bob.send("NICK robert").until(" 001 robert ");
    }
  }

  @Test
  void aLogInRaisesAVerifierOfOldTimes() throws IOException {
    try (IdentityServer old = IdentityServer.start(data)) {
      old.account("alice", PASSWORD);
    }
    try (IdentityServer server = IdentityServer.start(data, "accounts.pbkdf2-iterations=20000")) {
      assertThat(iterationsOf(server)).isEqualTo("10000");
      try (Wire wire = server.wire()) {
        wire.send("PASS alice:" + PASSWORD).send("NICK alice").send("USER a 0 * :A");
        wire.until(" 001 alice ");
      }
      await().until(() -> iterationsOf(server).equals("20000"));
      try (Wire wire = server.wire()) {
        wire.send("PASS alice:" + PASSWORD).send("NICK alice").send("USER a 0 * :A");
        wire.until(" 001 alice ");
      }
    }
  }

  private static String iterationsOf(IdentityServer server) throws IOException {
    try (Wire wire = begun(server, "alice")) {
      wire.send("AUTHENTICATE SCRAM-SHA-256").challenge();
      wire.authenticate("n,,n=alice,r=abcdef");
      String challenge = wire.challenge();
      return challenge.substring(challenge.indexOf(",i=") + 3);
    }
  }
}
