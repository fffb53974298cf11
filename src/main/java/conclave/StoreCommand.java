package conclave;

import picocli.CommandLine.Command;

/** {@code conclave store}: what concerns the store while the server is stopped. */
@Command(
    name = "store",
    description = "Look after the store.",
    mixinStandardHelpOptions = true,
    subcommands = StoreRekey.class)
public final class StoreCommand {}
