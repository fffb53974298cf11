package conclave.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server a script means: the option of all commands whose parameters are something else. */
final class ScriptServer {
  @Option(
      names = {"-s", "--server"},
      paramLabel = "[USER@]HOST[:PORT]|PROFILE",
      description = "Default: the profile \"default\", or the only one.")
  private @Nullable String where;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  ScriptServer() {}

  /** Its profile, entered as another session than a person's. */
  Profile profile(Entrance entrance) {
    entrance.asScript();
    return entrance.place(where);
  }
}
