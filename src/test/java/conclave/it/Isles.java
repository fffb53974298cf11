package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/**
 * Nodes in network namespaces of their own, with IPv6 alone, whose cables can be cut. Each has two
 * addresses: one for its event bus, and one for all else. What is cut goes to a machine that is not
 * there, so that nobody is told.
 */
final class Isles implements Site, AutoCloseable {
  private static final String BRIDGE = "cv-bridge";
  private static final String NOBODY = "02:00:00:00:00:01";

  private final List<String> nodes;

  private Isles(List<String> nodes) {
    this.nodes = List.copyOf(nodes);
  }

  /** Can it be done here? It takes root, and {@code ip}. */
  static boolean isPossible() {
    return List.of("ip netns add cv-probe", "ip netns del cv-probe").stream().allMatch(Isles::does);
  }

  private static boolean does(String command) {
    try (Console console = Console.run(List.of("sh", "-c", command), Map.of())) {
      return console.exitCode() == 0;
    }
  }

  private static void run(String command) {
    assertThat(does(command)).as(command).isTrue();
  }

  static Isles of(List<String> nodes) {
    Isles isles = new Isles(nodes);
    isles.close(); // what a test that was killed has left
    run("ip link add " + BRIDGE + " type bridge mcast_snooping 0");
    run("ip link set " + BRIDGE + " up");
    run("ip -6 addr add fd00:c0::1/64 dev " + BRIDGE + " nodad");
    nodes.forEach(isles::connect);
    return isles;
  }

  private void connect(String node) {
    String outer = "cv-" + node;
    run("ip netns add " + outer);
    run("ip link add " + outer + " type veth peer name eth0 netns " + outer);
    run("ip link set " + outer + " master " + BRIDGE + " up");
    inside(node, "link set lo up");
    inside(node, "-4 addr flush dev lo");
    inside(node, "link set eth0 up");
    inside(node, "-6 addr add " + address(node) + "/64 dev eth0 nodad");
    inside(node, "-6 addr add " + bus(node) + "/64 dev eth0 nodad");
  }

  private static void inside(String node, String command) {
    run("ip -n cv-" + node + " " + command);
  }

  /** Nothing comes through between these two, in either direction. */
  void cut(String one, String other) {
    lose(one, address(other));
    lose(other, address(one));
    cutBus(one, other);
  }

  /** Nothing of the event bus comes through between these two; all else does. */
  void cutBus(String one, String other) {
    lose(one, bus(other));
    lose(other, bus(one));
  }

  private static void lose(String node, String address) {
    inside(node, "-6 neigh replace " + address + " lladdr " + NOBODY + " dev eth0 nud permanent");
  }

  /** Who connects to the event bus of the other is told that it can't be reached. */
  void refuseBus(String one, String other) {
    inside(one, "-6 route add unreachable " + bus(other));
    inside(other, "-6 route add unreachable " + bus(one));
  }

  /** Connections that are made from now on are not refused any more. */
  void admitBus(String one, String other) {
    inside(one, "-6 route del unreachable " + bus(other));
    inside(other, "-6 route del unreachable " + bus(one));
  }

  /**
   * Connections of the event bus that there are now are dead for ever, and nobody is told; who
   * connects anew does so from another address.
   */
  void deadenBus(String one, String other) {
    deaden(one, other);
    deaden(other, one);
  }

  private void deaden(String node, String other) {
    inside(node, "-6 rule add from " + bus(node) + " to " + bus(other) + " blackhole");
    inside(node, "-6 addr change " + bus(node) + "/64 dev eth0 preferred_lft 0");
    inside(node, "-6 addr add " + bus(node) + "f/64 dev eth0 nodad");
  }

  /** All comes through again. */
  void heal(String one, String other) {
    for (String address : List.of(address(other), bus(other))) {
      does("ip -n cv-" + one + " -6 neigh del " + address + " dev eth0");
    }
    for (String address : List.of(address(one), bus(one))) {
      does("ip -n cv-" + other + " -6 neigh del " + address + " dev eth0");
    }
  }

  /** Has anything that runs there an address of IPv4? */
  boolean hasIpv4(String node) {
    return does("ip -n cv-" + node + " -4 -o addr show | grep -q .");
  }

  @Override
  public List<String> enter(String node) {
    return List.of("ip", "netns", "exec", "cv-" + node);
  }

  @Override
  public String address(String node) {
    return "fd00:c0::1" + nodes.indexOf(node);
  }

  @Override
  public String bus(String node) {
    return "fd00:c1::1" + nodes.indexOf(node);
  }

  @Override
  public String database() {
    return "[fd00:c0::1]";
  }

  @Override
  public void close() {
    nodes.forEach(node -> does("ip netns del cv-" + node));
    nodes.forEach(node -> does("ip link del cv-" + node));
    does("ip link del " + BRIDGE);
  }
}
