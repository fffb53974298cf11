package conclave.web;

import conclave.auth.Audit;
import conclave.command.NodeFacts;
import conclave.gateway.GatewayFigures.Busy;
import conclave.handler.Accounts;
import conclave.handler.Drains;
import conclave.handler.Users;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Supplier;

/**
 * What operators ask of the server through the page.
 *
 * @param node the name of this one, under which its connections are known
 * @param nodes what all nodes do
 * @param busiest where most is said
 * @param audit where it is written down
 * @param drains has this node hand over and end, as SIGTERM does
 */
public record Desk(
    String node,
    Accounts accounts,
    Users users,
    Supplier<Future<List<NodeFacts>>> nodes,
    Supplier<List<Busy>> busiest,
    Audit audit,
    Drains drains) {}
