package conclave.store;

import conclave.account.Verifier;
import conclave.name.AccountName;

/**
 * A verifier as columns: the rounds in clear, the rest sealed and bound to them and the account.
 */
final class VerifierCodec {
  private final Sealing sealing;

  VerifierCodec(Sealing sealing) {
    this.sealing = sealing;
  }

  /** The sealed verifier of an account. */
  Verifier seal(AccountName name, Verifier clear) {
    return seal(name.key(), clear);
  }

  /** The sealed verifier of the account with that key. */
  Verifier seal(String key, Verifier clear) {
    int rounds = clear.iterations();
    return new Verifier(
        sealing.seal(clear.salt(), Bound.toSalt(key, rounds)),
        rounds,
        sealing.seal(clear.storedKey(), Bound.toStoredKey(key, rounds)),
        sealing.seal(clear.serverKey(), Bound.toServerKey(key, rounds)));
  }

  /** The opposite of {@link #seal}; {@link Unreadable} where the columns don't belong together. */
  Verifier open(String key, Verifier sealed) {
    int rounds = sealed.iterations();
    return new Verifier(
        sealing.open(sealed.salt(), Bound.toSalt(key, rounds)),
        rounds,
        sealing.open(sealed.storedKey(), Bound.toStoredKey(key, rounds)),
        sealing.open(sealed.serverKey(), Bound.toServerKey(key, rounds)));
  }
}
