package conclave;

import picocli.CommandLine.Command;

/** {@code conclave store}: what concerns the store itself. */
@Command(
    name = "store",
    description = "Look after the store.",
    mixinStandardHelpOptions = true,
    subcommands = {
      StoreBackup.class,
      StoreRestore.class,
      StoreRekey.class,
      StoreVerify.class,
      StoreExport.class
    })
public final class StoreCommand {}
