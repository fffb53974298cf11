package conclave.cli;

import conclave.cli.rooms.Rooms;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave connect}: chat in the terminal, or by lines on a pipe. */
@Command(
    name = "connect",
    description = "Chat in the terminal.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The password is asked for, or taken from --password-file or CONCLAVE_PASSWORD. The next time",
      "none is needed: a token that works once is kept beside the known hosts, until /logout.",
      "Profiles are in client.yaml beside them; docs/CLIENT.md has an example.",
      "Exit codes: 0 done, 1 failed, 2 wrong usage."
    })
public final class Connect implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private Entrance entrance;

  @Mixin private Appearance appearance;

  @Parameters(
      arity = "0..1",
      paramLabel = "[USER@]HOST[:PORT]|PROFILE",
      description =
          "The server, and who you are there. Port 6697 if none is given. Without it, the profile"
              + " \"default\", or the only one.")
  private @Nullable String where;

  @Option(
      names = "--room",
      paramLabel = "ROOM",
      description = "Go into this room; may be given several times. Default: #lobby.")
  private List<String> rooms = List.of();

  @Option(names = "--register", description = "Make the account first.")
  private boolean register;

  @Option(
      names = "--invite",
      paramLabel = "CODE",
      description = "The code that a server may want for --register.")
  private String invite = "";

  @SuppressWarnings("NullAway.Init") // picocli fills it
  public Connect() {}

  @Override
  public Integer call() {
    Profile profile = entrance.place(where);
    List<String> named = rooms.isEmpty() ? profile.rooms() : rooms;
    List<String> wanted =
        (named.isEmpty() ? List.of("#lobby") : named).stream().map(Rooms::named).toList();
    try (Screen screen = appearance.screen(spec.commandLine().getOut())) {
      Chat chat = new Chat(screen, appearance);
      Entrance.Guest guest =
          new Entrance.Guest(
              screen, profile, wanted, chat::heard, session -> chat.run(session, wanted));
      return entrance.enter(guest, Optional.of(new Newcomer(screen, register, invite)));
    }
  }
}
