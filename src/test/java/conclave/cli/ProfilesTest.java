package conclave.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conclave.client.ServerAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilesTest {
  private static final String PIN = "AA:".repeat(31) + "AA";
  @TempDir Path folder;

  @Test
  void aNameLeadsToAServerWithWhatBelongsToIt() throws IOException {
    Profiles profiles =
        read(
            """
            profiles:
              work:
                server: alice@chat.example.org
                rooms: [ops, "#lobby"]
                pin: "%s"
                password-file: ~/secret
              home: bob@[::1]:7000
            """
                .formatted(PIN));

    Profile work = profiles.at("work");
    assertThat(work.server()).isEqualTo(new ServerAddress("alice", "chat.example.org", 6697));
    assertThat(work.rooms()).containsExactly("ops", "#lobby");
    assertThat(work.pin()).isPresent();
    assertThat(work.passwordFile()).hasValue(Path.of("/home/alice/secret"));
    assertThat(profiles.at("home").server()).isEqualTo(new ServerAddress("bob", "::1", 7000));
    assertThat(profiles.at("carol@elsewhere").server().host()).isEqualTo("elsewhere");
    assertThat(profiles.meant()).isEmpty();
  }

  @Test
  void theOnlyOneIsMeantAndSoIsTheDefault() throws IOException {
    assertThat(read("profiles: {one: alice@a}").meant()).isPresent();
    assertThat(read("profiles: {one: alice@a, default: alice@b}").meant().orElseThrow().server())
        .isEqualTo(ServerAddress.parse("alice@b"));
    assertThat(Profiles.read(folder.resolve("none"), "/home/alice").meant()).isEmpty();
  }

  @Test
  void filesLieBesideTheFile() throws IOException {
    assertThat(read("profiles: {one: {server: a@b, ca: ca.pem}}").at("one").ca())
        .hasValue(folder.resolve("ca.pem"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "profiles: {a: {}}                  | profile a: give it a server",
        "profiles: {a: {server: b, pn: x}}  | there is no \"pn\"; there is ca, password-file, pin",
        "profiles: {a: {server: b, pin: x}} | 64 hexadecimal digits",
        "profiles: {a: '@b'}                | the user name before @ is missing",
        "work: alice@b                      | has no profiles",
        "profiles: [                        | is no YAML",
      })
  void whatIsWrongIsSaidWithItsPlace(String text, String said) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class).hasMessageContaining(said);
  }

  private Profiles read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("client.yaml"), text);
    return Profiles.read(file, "/home/alice");
  }
}
