package conclave.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.dialect.irc.IrcCommandsPage;
import conclave.dialect.plain.PlainCommandsPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/COMMANDS.md} is what the tables of both dialects say. */
class CommandsPageTest {
  private static final Path PAGE = Path.of("docs/COMMANDS.md");
  private static final String COLUMNS = "| command | what it does |\n| --- | --- |\n";

  private static String page() {
    return "# The commands of Conclave\n\n"
        + "Made from the tables of the server, `IrcVerbs` and `PlainVerbs`; do not edit it.\n"
        + "What deviates from the specifications, and why: [protocol/commands.md](protocol/commands.md).\n\n"
        + "## What a person types\n\n"
        + "Anything that does not begin with a slash is said in the current room. `NAME` must stand\n"
        + "there, `[NAME]` may.\n\n"
        + COLUMNS
        + PlainCommandsPage.rows()
        + "\n## What an IRC client sends\n\n"
        + "`<name>` must stand there, `[<name>]` may, and `{,<name>}` may be repeated.\n\n"
        + COLUMNS
        + IrcCommandsPage.rows();
  }

  @Test
  void thePageOfCommandsIsWhatTheTablesSay() throws IOException {
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(PAGE, page());
    }
    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
        .as("run ./mvnw test -Dtest=CommandsPageTest -Ddocs.write=true and commit docs/COMMANDS.md")
        .isEqualTo(page());
  }

  @Test
  void everyVerbTellsWhatItNeedsAndDoes() {
    assertThat(IrcCommandsPage.isComplete()).isTrue();
  }
}
