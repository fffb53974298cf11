package conclave.bus;

/** Where to send what. */
public final class Addresses {
  /** All places are spread over this many shards by the hash of their keys. */
  public static final int SHARDS = 256;

  /** Log-ins, registrations, accounts and sessions. */
  public static final String AUTH = "auth";

  /** Published: what is of users and of no room's log. */
  public static final String USERS = "users";

  /** Published: other bans from the server. */
  public static final String BANS = "bans";

  /** Asked of all nodes: who is logged in. */
  public static final String SESSIONS = "auth.sessions";

  /** Asked of all nodes: what they have to file of a session. */
  public static final String SEATS = "seats";

  /** Published: who is on a node. */
  public static final String PRESENCES = "presences";

  /** Asked of one node: what it says of itself. */
  public static final String ABOUT = "about";

  /** Published: sessions that are over. */
  public static final String REVOKED = "auth.revoked";

  /** Published: log-ins that were tried. */
  public static final String TRIED = "auth.tried";

  /** Published: accounts whose role has changed. */
  public static final String RANKED = "auth.ranked";

  /** The header of a request that says which node asks. */
  public static final String BY_NODE = "node";

  /** The header of a request to another node that says which shard is asked. */
  public static final String OF_SHARD = "shard";

  /** The header of a request that says how often its lane has begun anew. */
  public static final String ROUND = "round";

  /** The header of a request that says the how manieth it is since its lane has begun anew. */
  public static final String TURN = "turn";

  private Addresses() {}

  /** The shard that a place belongs to. */
  public static int shardOf(String placeKey) {
    return Math.floorMod(spread(placeKey.hashCode()), SHARDS);
  }

  /** The owner of one shard, on its own node. */
  public static String shard(int shard) {
    return "room-shard." + shard;
  }

  /** Every listener of one node. */
  public static String node(String node) {
    return "node." + node;
  }

  /** The owners of a node, for others. */
  public static String places(String node) {
    return node(node) + ".places";
  }

  /** What a node hears from owners on other nodes. */
  public static String feed(String node) {
    return node(node) + ".feed";
  }

  /** The hash of short similar names differs in its low bits only; this brings the high ones in. */
  private static int spread(int hash) {
    return hash ^ (hash >>> 16) ^ (hash >>> 8);
  }
}
