/**
 * The whole server, from outside: real sockets, real TLS, real files, real clients.
 *
 * <p>Everything waits on what it expects, with {@link conclave.it.Peer#PATIENCE} as the one
 * deadline. Classes whose names end in IT need the packed jar, and run after it is made.
 */
package conclave.it;
