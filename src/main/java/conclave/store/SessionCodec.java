package conclave.store;

import conclave.account.ResumeToken;
import conclave.account.Session;
import conclave.account.Verifier;
import conclave.name.AccountName;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session as a row: when is in clear, since old ones are found by it; who and where from is
 * sealed, and so is the verifier of its token.
 */
final class SessionCodec {
  private static final int VERSION = 1;

  private final Engine engine;
  private final Sealing sealing;

  SessionCodec(Engine engine, Sealing sealing) {
    this.engine = engine;
    this.sealing = sealing;
  }

  /** What {@link Sql#KEEP_SESSION} binds. */
  Tuple row(Session session) {
    String key = session.account().key();
    byte[] body =
        new FieldWriter()
            .number(VERSION)
            .optional(session.device())
            .text(session.address())
            .text(session.client())
            .bytes();
    return Tuple.tuple()
        .addValue(key)
        .addValue(session.number())
        .addValue(session.created())
        .addValue(session.seen())
        .addValue(session.expires())
        .addValue(engine.bind(sealing.seal(body, Bound.toSession(key, session.number()))));
  }

  /** What {@link Sql#SET_TOKEN} binds. */
  Tuple row(AccountName account, int number, ResumeToken token) {
    byte[] bound = Bound.toToken(account.key(), number, token.id());
    return Tuple.of(
        token.id(),
        engine.bind(sealing.seal(write(token), bound)),
        token.expires(),
        account.key(),
        number);
  }

  private static byte[] write(ResumeToken token) {
    Verifier verifier = token.verifier();
    return new FieldWriter()
        .number(VERSION)
        .number(token.expires())
        .number(verifier.iterations())
        .text(base64(verifier.salt()))
        .text(base64(verifier.storedKey()))
        .text(base64(verifier.serverKey()))
        .bytes();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The session of a row of {@link Sql#SESSIONS_OF}. */
  Session session(AccountName account, Row row) {
    int column = 0;
    int number = row.getInteger(column++);
    long created = row.getLong(column++);
    long seen = row.getLong(column++);
    long expires = row.getLong(column++);
    byte[] sealed = Objects.requireNonNull(Engine.bytes(row, column++));
    long tokenId = row.getLong(column++);
    FieldReader in = new FieldReader(sealing.open(sealed, Bound.toSession(account.key(), number)));
    in.version(VERSION);
    Optional<String> device = in.optional();
    Optional<ResumeToken> token = token(account.key(), number, tokenId, Engine.bytes(row, column));
    return new Session(
        account, number, device, in.text(), in.text(), created, seen, expires, token);
  }

  private Optional<ResumeToken> token(
      String account, int number, long tokenId, byte @Nullable [] sealed) {
    if (sealed == null) {
      return Optional.empty();
    }
    FieldReader in = new FieldReader(sealing.open(sealed, Bound.toToken(account, number, tokenId)));
    in.version(VERSION);
    long expires = in.number();
    int iterations = in.small();
    Verifier verifier =
        new Verifier(bytes(in.text()), iterations, bytes(in.text()), bytes(in.text()));
    return Optional.of(new ResumeToken(tokenId, verifier, expires));
  }

  private static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }
}
