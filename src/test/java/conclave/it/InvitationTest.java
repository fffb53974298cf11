package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may make an account. */
class InvitationTest {
  private static final String WITHOUT = "Registering here needs an invitation: /register NAME *";

  @TempDir Path folder;

  @Test
  void aCodeIsGoodForOneAccount() {
    try (RunningServer server = RunningServer.start(folder, "accounts.registration=invite")) {
      String first = server.firstCode().orElseThrow();
      try (Peer admin = server.door().greeted()) {
        register(admin, "admin", first);
        admin.expect("The account admin is yours, an administrator's.");
        admin.expect("You are logged in as admin.");
        admin.await("Welcome, admin. *");
        admin.send("/invitation");
        String made = admin.expect("For one person, until *: /register NAME *");
        String code = made.substring(made.lastIndexOf(' ') + 1);
        assertThat(code).isNotEqualTo(first);
        isRefused(server, "bob", "", "! " + WITHOUT);
        isRefused(
            server,
            "bob",
            "AAAAA-BBBBB-CCCCC-DDDDD",
            "! That invitation is not good, or no longer.");
        isRefused(server, "bob", first, "! That invitation is not good, or no longer.");
        try (Peer bob = server.door().greeted()) {
          register(bob, "bob", code.toLowerCase(Locale.ROOT));
          bob.expect("The account bob is yours.");
          bob.await("Welcome, bob. *");
        }
        isRefused(server, "carol", code, "! That invitation is not good, or no longer.");
      }
    }
  }

  @Test
  void aCodeThatHasExpiredIsGoodForNobody() {
    String[] made;
    try (RunningServer server =
            RunningServer.start(
                folder, "accounts.invitation-life=1s", "operators=[{account: boss, role: admin}]");
        Peer boss = server.door().newIrc("boss")) {
      made = boss.send("ACCOUNT INVITE").await("*NOTE ACCOUNT INVITATION *").split(" ");
    }
    long expires = Long.parseLong(made[5]);
    await().until(() -> System.currentTimeMillis() > expires);
    try (RunningServer server = RunningServer.start(folder, "accounts.registration=invite")) {
      isRefused(server, "carol", made[4], "! That invitation is not good, or no longer.");
    }
  }

  @Test
  void theFirstCodeIsShownUntilThereIsAnAccount() {
    String old;
    try (RunningServer server = RunningServer.start(folder, "accounts.registration=invite")) {
      old = server.firstCode().orElseThrow();
    }
    try (RunningServer server = RunningServer.start(folder, "accounts.registration=invite")) {
      isRefused(server, "mallory", old, "! That invitation is not good, or no longer.");
      try (Peer admin = server.door().greeted()) {
        register(admin, "admin", server.firstCode().orElseThrow());
        admin.expect("The account admin is yours, an administrator's.");
      }
    }
    try (RunningServer server = RunningServer.start(folder, "accounts.registration=invite")) {
      assertThat(server.firstCode()).isEmpty();
    }
  }

  @Test
  void whereItIsClosedNobodyRegistersButTheFirstAdministrator() {
    try (RunningServer server = RunningServer.start(folder, "accounts.registration=closed")) {
      isRefused(server, "bob", "", "! Nobody can register here.");
      isRefused(server, "bob", "AAAAA-BBBBB-CCCCC-DDDDD", "! Nobody can register here.");
      try (Peer admin = server.door().greeted()) {
        register(admin, "admin", server.firstCode().orElseThrow());
        admin.await("Welcome, admin. *");
        admin.send("/invitation");
        String made = admin.expect("For one person, until *: /register NAME *");
        String code = made.substring(made.lastIndexOf(' ') + 1);
        isRefused(server, "bob", code, "! Nobody can register here.");
      }
      isRefused(server, "admin", "", "! Nobody can register here.");
    }
  }

  @Test
  void whoHasNoInvitationIsNotToldWhichNamesAreTaken() {
    try (RunningServer server = RunningServer.start(folder, "accounts.registration=invite");
        Peer admin = server.door().greeted()) {
      register(admin, "admin", server.firstCode().orElseThrow());
      admin.await("Welcome, admin. *");
      isRefused(server, "admin", "", "! " + WITHOUT);
    }
  }

  private static void isRefused(RunningServer server, String name, String code, String answer) {
    try (Peer peer = server.door().greeted()) {
      register(peer, name, code);
      peer.expect(answer);
      peer.expectNothingMore();
    }
  }

  private static void register(Peer peer, String name, String code) {
    peer.send(("/register " + name + " " + code).strip());
    peer.expect("Choose a password for " + name + " *");
    peer.send(Door.PASSWORD);
  }
}
