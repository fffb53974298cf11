package conclave.account;

import conclave.name.AccountName;

/**
 * A registered identity.
 *
 * @param created milliseconds since 1970, UTC
 */
public record Account(AccountName name, Verifier verifier, boolean isAdmin, long created) {}
