package conclave.config;

import conclave.name.Casemapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server as its users see it, and where it listens.
 *
 * @param name the host name in server prefixes, {@code conclave.local} by default
 * @param network the network's name in the welcome and in 005 NETWORK
 * @param casemapping what may become a name here
 * @param listen addresses with TLS; at least one listener of either kind
 * @param listenPlaintext addresses without TLS, loopback only: for tests and a TLS-terminating
 *     proxy
 * @param listenWebsocket addresses for WebSockets over TLS
 * @param listenWebsocketPlaintext the same without TLS, loopback only
 * @param websocketOrigins pages that may open WebSockets, in lower case; {@code *} for all
 * @param proxies those of the addresses that proxies come to, and which
 * @param webirc gateways that say where those come from whom they pass on
 * @param motd a UTF-8 text file that is shown as the message of the day
 * @param password what a connection must say that logs in to no account
 * @param admin who runs the server: where, for whom, how to reach; each may be empty
 * @param ipv6Only refuse peers whose address is IPv4, mapped ones included
 */
public record ServerConfig(
    String name,
    String network,
    Casemapping casemapping,
    List<Endpoint> listen,
    List<Endpoint> listenPlaintext,
    List<Endpoint> listenWebsocket,
    List<Endpoint> listenWebsocketPlaintext,
    List<String> websocketOrigins,
    ProxyConfig proxies,
    List<GatewayConfig> webirc,
    Optional<Path> motd,
    Optional<Secret> password,
    List<String> admin,
    boolean ipv6Only) {
  public ServerConfig {
    listen = List.copyOf(listen);
    admin = List.copyOf(admin);
    listenPlaintext = List.copyOf(listenPlaintext);
    listenWebsocket = List.copyOf(listenWebsocket);
    listenWebsocketPlaintext = List.copyOf(listenWebsocketPlaintext);
    websocketOrigins = List.copyOf(websocketOrigins);
    webirc = List.copyOf(webirc);
  }
}
