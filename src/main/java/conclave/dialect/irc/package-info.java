/**
 * The dialect of every IRC client. Ring 1.
 *
 * <p>In: {@link conclave.dialect.irc.IrcMessage} is a line, {@link conclave.dialect.irc.IrcVerbs}
 * says what it asks. Out: {@link conclave.dialect.irc.IrcRenderer}. Sources: Modern IRC; IRCv3
 * message-tags, server-time, account-tag, extended-join, batch, capability negotiation, SASL 3.2,
 * standard-replies.
 */
@NullMarked
package conclave.dialect.irc;

import org.jspecify.annotations.NullMarked;
