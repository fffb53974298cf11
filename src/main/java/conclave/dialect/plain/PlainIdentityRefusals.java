package conclave.dialect.plain;

import conclave.room.Refusal;

/** The sentences for what is refused about accounts, sessions and certificates. */
final class PlainIdentityRefusals {
  private PlainIdentityRefusals() {}

  static String sentence(Refusal refusal, String first) {
    return switch (refusal.reason()) {
      case BAD_ACCOUNT_NAME ->
          "An account can't be called "
              + first
              + ": letters, digits, - and _ only, no digit first, not too long, and no service's name.";
      case ACCOUNT_NOT_ASCII ->
          "Accounts have names in ASCII here: letters a to z, digits, - and _.";
      case ACCOUNT_MIXES_SCRIPTS ->
          "An account can't be called " + first + ": its letters are of several scripts.";
      case ACCOUNT_EXISTS -> "There is an account " + first + " already.";
      case ACCOUNT_LOOKS_ALIKE ->
          first + " looks too much like somebody else's name; choose another one.";
      case BAD_PASSWORD -> "A password has 8 to 300 characters. Begin again with /register.";
      case REGISTRATION_CLOSED -> "Nobody can register here.";
      case SERVER_PASSWORD_FIRST ->
          "This server has a password: registering here needs an invitation.";
      case NEEDS_INVITATION -> "Registering here needs an invitation: /register NAME INVITATION";
      case BAD_INVITATION -> "That invitation is not good, or no longer.";
      case NEEDS_ADMIN -> "Only an administrator may do that.";
      case NOT_LOGGED_IN -> "Log in first: /login NAME.";
      case TRY_LATER -> "Too many log-ins have failed; try again in " + first + " seconds.";
      case ACCOUNT_DISABLED, SASL_LOCKED -> "That account is disabled; ask an administrator.";
      case NOT_AN_OPERATOR -> "That is no operator's account.";
      case NO_SUCH_ACCOUNT -> "There is no such account.";
      case NO_SUCH_SESSION -> "There is no session " + first + "; /sessions lists them.";
      case TOO_MANY_SESSIONS -> "The account has too many sessions; end one with /sessions end.";
      case BAD_DEVICE -> "A device has a name of 1 to 32 letters, digits, . _ and -.";
      case NO_CERTIFICATE ->
          "You have shown no certificate: /login NAME, or connect with openssl s_client -cert FILE -key FILE.";
      case NO_SUCH_CERTIFICATE -> "The account has no such certificate; /cert lists them.";
      case CERTIFICATE_TAKEN -> "That certificate logs somebody in already.";
      case TOO_MANY_CERTIFICATES -> "That is one too many; /cert remove one first.";
      case LAST_ADMIN -> "Nobody would be left who can look after accounts.";
      default -> throw new IllegalStateException("no sentence for " + refusal.reason());
    };
  }
}
