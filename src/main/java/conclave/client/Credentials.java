package conclave.client;

import java.util.Optional;

/** With what one log-in proves who it is: a name and a secret, or a certificate. */
public final class Credentials {
  /** Lays hold of a secret that works once. */
  interface Claim {
    void make() throws LogInRefused;
  }

  private static final Claim FREE = () -> {};

  private final String account;
  private final String name;
  private final String secret;
  private final Optional<ClientCertificate> certificate;
  private final Claim claim;

  private Credentials(
      String account,
      String name,
      String secret,
      Optional<ClientCertificate> certificate,
      Claim claim) {
    this.account = account;
    this.name = name;
    this.secret = secret;
    this.certificate = certificate;
    this.claim = claim;
  }

  /**
   * An account and its password.
   *
   * @param password empty for no log-in at all
   */
  public Credentials(String account, String password) {
    this(account, account, password, Optional.empty(), FREE);
  }

  /** The same, for the session that bears this name. */
  public Credentials on(Device device) {
    return new Credentials(account, account + '@' + device.name(), secret, certificate, claim);
  }

  /**
   * A certificate.
   *
   * @param account empty if the server is to say whose it is
   */
  public static Credentials certified(String account, ClientCertificate certificate) {
    return new Credentials(account, account, "", Optional.of(certificate), FREE);
  }

  /** A token, in place of the password; it is claimed at the last moment before it is used. */
  static Credentials resuming(String account, ResumeToken token, Claim claim) {
    return new Credentials(account, token.name(), token.secret(), Optional.empty(), claim);
  }

  public String account() {
    return account;
  }

  /** The name to log in with: the account, perhaps with a device or a session. */
  String name() {
    return name;
  }

  Optional<ClientCertificate> certificate() {
    return certificate;
  }

  boolean canLogIn() {
    return !secret.isEmpty() || certificate.isPresent();
  }

  /** Must come before the secret, or a proof of it, is sent. */
  void claim() throws LogInRefused {
    claim.make();
  }

  /** The secret itself. Never log it. */
  String reveal() {
    return secret;
  }

  @Override
  public String toString() {
    return name + " (secret hidden)";
  }
}
