package conclave.cluster;

import conclave.config.Endpoint;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The address of this machine that other nodes are told. */
final class OwnAddress {
  private OwnAddress() {}

  /**
   * That of the configuration; where it is a wildcard, the first of the machine that is more than
   * its own, IPv6 first.
   */
  static InetAddress of(Endpoint listen) throws IOException {
    InetAddress written = InetAddress.getByName(listen.host());
    if (!written.isAnyLocalAddress()) {
      return written;
    }
    List<InetAddress> all = new ArrayList<>();
    NetworkInterface.networkInterfaces()
        .forEach(one -> one.inetAddresses().filter(OwnAddress::isReached).forEach(all::add));
    return all.stream()
        .min(Comparator.comparing(address -> !(address instanceof Inet6Address)))
        .orElseThrow(
            () ->
                new IOException(
                    "cluster.listen: " + listen + " is no address that others reach: name one"));
  }

  private static boolean isReached(InetAddress address) {
    return !address.isLoopbackAddress()
        && !address.isLinkLocalAddress()
        && !address.isAnyLocalAddress()
        && !address.isMulticastAddress();
  }
}
