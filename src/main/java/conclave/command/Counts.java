package conclave.command;

/**
 * How many there are (LUSERS).
 *
 * @param invisible users who want not to be listed, of all
 * @param unknown connections that are not admitted yet
 * @param most the most users that were here at once
 * @param here users of this node, of all
 * @param mostHere the most users that were on this node at once
 * @param nodes how many there are
 * @param connections that are open on this node, whether anybody is behind them or not
 */
public record Counts(
    int users,
    int invisible,
    int admins,
    int unknown,
    int rooms,
    int most,
    int here,
    int mostHere,
    int nodes,
    int connections) {}
