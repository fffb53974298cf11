package conclave.bus;

import conclave.name.Nick;

/** A node asks another one to say when all rooms know who bears that nick there. */
public record NickWanted(Nick nick) {}
