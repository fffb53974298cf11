package conclave.cli;

import picocli.CommandLine.Command;

/** {@code conclave bench}: measures a server. Needs a subcommand. */
@Command(
    name = "bench",
    description = {
      "Measure how fast a server is, and check every delivery: lost, twice, out of order. Without",
      "--server it starts one of its own, which leaves nothing behind; any IRC server will do."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      BenchFanOut.class,
      BenchRooms.class,
      BenchConnect.class,
      BenchIdle.class,
      BenchHistory.class,
      BenchCluster.class
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 something was lost or wrong or could not be done, 2 wrong usage."
    })
public final class BenchCommand {}
