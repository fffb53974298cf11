/** Log-in and registration over real TLS sockets, by right ways and wrong ones. */
@org.jspecify.annotations.NullMarked
package conclave.identity;
