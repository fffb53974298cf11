package conclave.bus;

import conclave.account.AccountRole;
import conclave.name.AccountName;

/** An account has another role: every listener tells those of its connections it has. */
public record Ranked(AccountName account, AccountRole role) {}
