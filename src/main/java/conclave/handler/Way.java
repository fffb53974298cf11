package conclave.handler;

import conclave.account.EndPoint;
import conclave.account.Fingerprint;
import java.util.Optional;

/**
 * How a connection has come to the server; it stays so, unless a gateway has passed it on.
 *
 * @param connection unique among the connections of the network
 * @param certificate what the client has shown in the TLS handshake
 * @param endPoint to what a proof is bound that is meant for this connection alone
 * @param cloak what others see of a guest's address
 */
public record Way(
    String connection,
    boolean isSecure,
    Optional<Fingerprint> certificate,
    Optional<EndPoint> endPoint,
    String cloak) {}
