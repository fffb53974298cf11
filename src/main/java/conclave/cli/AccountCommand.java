package conclave.cli;

import picocli.CommandLine.Command;

/** {@code conclave account}: the accounts of a running server. Needs a subcommand. */
@Command(
    name = "account",
    description =
        "Administer the accounts of a running server: the one with the data folder --data on this"
            + " machine, or another one with an administrator's log-in (--server).",
    mixinStandardHelpOptions = true,
    subcommands = {
      AccountList.class,
      AccountShow.class,
      AccountAdd.class,
      AccountPasswd.class,
      AccountDisable.class,
      AccountEnable.class,
      AccountDelete.class,
      AccountRole.class,
      AccountCode.class,
      AccountInvite.class,
      AccountSessions.class,
      AccountEnd.class
    },
    footer = {"", "Exit codes: 0 done, 1 failed or refused, 2 wrong usage."})
public final class AccountCommand {}
