package conclave.dialect.plain;

import conclave.command.Command;
import conclave.command.ServerBan;
import conclave.command.ServerCommand;
import conclave.dialect.LastingTime;
import conclave.dialect.plain.PlainVerbs.Verb;
import conclave.dialect.plain.PlainVerbs.Words;
import conclave.name.AddressRange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The slash commands that keep people from the server. */
final class PlainServerBans {
  private PlainServerBans() {}

  static List<Verb> all() {
    return List.of(
        new Verb(
            "server-ban",
            "[TIME] MASK|ADDRESS [REASON]",
            "ban people from the server (administrators)",
            PlainServerBans::ban),
        new Verb(
            "server-unban",
            "MASK|ADDRESS",
            "let them come back (administrators)",
            w -> w.first().map(mask -> new Command.Unban(kind(mask), mask))),
        new Verb(
            "server-bans",
            "[addresses]",
            "who is banned from the server, by mask or by address (administrators)",
            w ->
                Optional.of(
                    new ServerCommand.Stats(w.first().isPresent() ? "d" : "k", Optional.empty()))));
  }

  private static Optional<Command> ban(Words words) {
    Optional<Duration> time = words.first().flatMap(LastingTime::parse);
    Words target = time.isPresent() ? new Words(words.rest().orElse("")) : words;
    return target
        .first()
        .map(
            mask ->
                new Command.Ban(
                    kind(mask), time.filter(lasting -> !lasting.isZero()), mask, target.rest()));
  }

  private static ServerBan.Kind kind(String mask) {
    return AddressRange.parse(mask).isPresent() ? ServerBan.Kind.ADDRESS : ServerBan.Kind.MASK;
  }
}
