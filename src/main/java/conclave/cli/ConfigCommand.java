package conclave.cli;

import picocli.CommandLine.Command;

/** {@code conclave config}: what concerns the configuration. Needs a subcommand. */
@Command(
    name = "config",
    description = "Look at the configuration.",
    mixinStandardHelpOptions = true,
    subcommands = ConfigCheck.class)
public final class ConfigCommand {}
