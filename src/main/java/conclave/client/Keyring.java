package conclave.client;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/**
 * With what one user logs in at one server, again and again: the kept token, which works once, and
 * where there is none or it is refused, the password. Safe for several threads.
 */
public final class Keyring {
  /** Opens a connection with what it is given. */
  interface Door {
    Connection open(Credentials credentials) throws IOException, TrustRefused;
  }

  private final String account;
  private final Optional<Device> device;
  private final Clock clock;
  private Optional<TokenFile> tokens;
  private Optional<Credentials> known = Optional.empty();

  Keyring(String account, Optional<Device> device, Optional<TokenFile> tokens, Clock clock) {
    this.account = account;
    this.device = device;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * A keyring without the password, as yet.
   *
   * @param tokens where the session's token is kept; empty to keep none
   */
  public Keyring(String account, Device device, Optional<TokenFile> tokens) {
    this(account, Optional.of(device), tokens, Clock.systemUTC());
  }

  /** These credentials and nothing else. */
  public static Keyring of(Credentials only) {
    Keyring keyring =
        new Keyring(only.account(), Optional.empty(), Optional.empty(), Clock.systemUTC());
    keyring.known = Optional.of(only);
    return keyring;
  }

  /** Whether there is anything to try before the password is asked for. */
  public synchronized boolean isReady() {
    return known.isPresent() || token().isPresent();
  }

  /** This is the password. */
  public synchronized void unlock(String password) {
    Credentials plain = new Credentials(account, password);
    known = Optional.of(device.map(plain::on).orElse(plain));
  }

  /**
   * Opens the door with the token or the password.
   *
   * @throws LogInRefused which {@link LogInRefused#wantsPassword} if no token worked and the
   *     password is not known
   */
  Connection open(Door door) throws IOException, TrustRefused {
    Optional<ResumeToken> token = token();
    if (token.isPresent()) {
      try {
        return door.open(Credentials.resuming(account, token.get(), () -> take(token.get())));
      } catch (LogInRefused e) {
        if (!e.wrongPassword()) {
          throw e; // the password would fare no better
        }
      }
    }
    return door.open(known().orElseThrow(LogInRefused::passwordWanted));
  }

  synchronized boolean keepsTokens() {
    return tokens.isPresent();
  }

  /** Keeps the token for the next log-in, unless tokens are not kept. */
  synchronized void keep(ResumeToken token) throws IOException {
    if (tokens.isPresent()) {
      tokens.get().keep(token);
    }
  }

  /** Forgets the token, and keeps none from now on. */
  synchronized void forget() throws IOException {
    if (tokens.isPresent()) {
      tokens.get().forget();
      tokens = Optional.empty();
    }
  }

  private synchronized Optional<ResumeToken> token() {
    return tokens
        .flatMap(TokenFile::find)
        .filter(found -> found.expires().isAfter(clock.instant()));
  }

  private synchronized Optional<Credentials> known() {
    return known;
  }

  private synchronized void take(ResumeToken token) throws LogInRefused {
    if (tokens.isEmpty() || !tokens.get().take(token)) {
      throw LogInRefused.tokenGone();
    }
  }
}
