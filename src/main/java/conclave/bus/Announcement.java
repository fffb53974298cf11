package conclave.bus;

import conclave.command.UserEvent;

/** What happened to a user, for the listeners of a node. Nothing of it is stored. */
public record Announcement(UserEvent event) {}
