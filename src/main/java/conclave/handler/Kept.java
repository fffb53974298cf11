package conclave.handler;

/** What is durable of all that handlers ask for, beside the logs of rooms. */
public record Kept(
    History history,
    ReadMarkers markers,
    MetadataStore metadata,
    Residents residents,
    LogCheck logs,
    Search search) {}
