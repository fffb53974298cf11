package conclave.client;

/** The client's side of one way to prove who one is, for one attempt. */
interface SaslMechanism {
  /** As the server lists it. */
  String name();

  /**
   * What to answer to the server's challenge; the first one is empty.
   *
   * @throws LogInRefused if the server does not prove itself as it must
   */
  byte[] respond(byte[] challenge) throws LogInRefused;

  /** Whether the server has shown all that it must show before its success counts. */
  boolean trustsServer();
}
