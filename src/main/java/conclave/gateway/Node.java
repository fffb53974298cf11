package conclave.gateway;

import conclave.bus.Others;
import conclave.command.ServerFacts;
import conclave.config.Config;
import conclave.handler.Accounts;
import conclave.handler.Bookmarks;
import conclave.handler.Handlers;
import conclave.handler.History;
import conclave.handler.Rooms;

/**
 * What all listeners of a node share. All of it is safe on any thread.
 *
 * @param id the node's name, under which events are sent to it
 * @param facts as they were at the start; the name is what stays of them
 */
public record Node(
    String id,
    Config config,
    ServerFacts facts,
    Handlers handlers,
    Rooms rooms,
    Accounts accounts,
    History history,
    Bookmarks bookmarks,
    Seats seats,
    Others others,
    UserDirectory users,
    GatewayFigures figures,
    Cloak cloak) {}
