package conclave.bus;

import conclave.account.Verifier;
import java.util.Optional;

/** What is asked of the auth verticle. None of these shows its secrets when it is printed. */
public sealed interface AuthRequest {
  /** Is this the password of that account? */
  record LogIn(String account, String password) implements AuthRequest {
    @Override
    public String toString() {
      return "LogIn";
    }
  }

  /** Make that account. */
  record Register(String account, Optional<String> invitation, String password)
      implements AuthRequest {
    @Override
    public String toString() {
      return "Register";
    }
  }

  /** Derive what an invitation may make that account of. */
  record Prepare(String account, String password) implements AuthRequest {
    @Override
    public String toString() {
      return "Prepare";
    }
  }

  /** Make the account that was prepared. */
  record Complete(String account, Verifier verifier, String invitation) implements AuthRequest {
    @Override
    public String toString() {
      return "Complete";
    }
  }

  /** The verifier of that account, or what stands in for one that there is not. */
  record ScramSecret(String account) implements AuthRequest {}

  /** Somebody has answered as that account's owner, rightly or not, without the password. */
  record Proved(String account, boolean isRight) implements AuthRequest {}

  /** Is there an account with this name? */
  record Exists(String name) implements AuthRequest {}

  /** Make a code with which somebody can register. */
  record Invite() implements AuthRequest {}
}
