package conclave.account;

/**
 * A right to register one account, stored without the code that proves it.
 *
 * @param codeHash as {@link OneTimeCode#hash} makes it
 * @param makesAdmin the account that it registers is an administrator
 * @param expires milliseconds since 1970, UTC
 */
public record Invitation(String codeHash, boolean makesAdmin, long expires) {}
