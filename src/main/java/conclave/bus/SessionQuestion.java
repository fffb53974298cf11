package conclave.bus;

import conclave.name.AccountName;

/** What nodes ask each other about those who are logged in. */
public sealed interface SessionQuestion {
  /** Who is in with that account? */
  record Of(AccountName account) implements SessionQuestion {}

  /** How many connections has each account? */
  record Counts() implements SessionQuestion {}
}
