package conclave.handler;

import conclave.account.Right;
import conclave.command.Command.Stats;
import conclave.command.Reply;
import conclave.command.ServerAnswer;
import conclave.command.ServerAnswer.StatsRow;
import conclave.command.ServerBan;
import conclave.command.ServerBan.Kind;
import conclave.command.ServerFacts;
import conclave.command.User;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * STATS, for administrators: d and k bans, m commands, o administrators, u time since the start.
 */
final class StatsHandler implements CommandHandler<Stats> {
  private static final long SECONDS_OF_MINUTE = 60;
  private static final long SECONDS_OF_HOUR = 60 * SECONDS_OF_MINUTE;
  private static final long SECONDS_OF_DAY = 24 * SECONDS_OF_HOUR;

  private final ServerFacts facts;
  private final ServerBans bans;
  private final Users users;
  private final Supplier<Map<String, Long>> commands;
  private final long started = System.nanoTime();

  StatsHandler(
      ServerFacts facts, ServerBans bans, Users users, Supplier<Map<String, Long>> commands) {
    this.facts = facts;
    this.bans = bans;
    this.users = users;
    this.commands = commands;
  }

  @Override
  public Future<Void> handle(Stats stats, Caller caller) {
    if (!facts.isMeant(stats.server())) {
      return caller.refuse(Reason.NO_SUCH_SERVER, stats.server().orElseThrow());
    }
    if (!caller.registration().may(Right.CONNECTIONS)) {
      return caller.refuse(Reason.NEEDS_ADMIN);
    }
    String query = stats.query().isEmpty() ? "*" : stats.query().substring(0, 1);
    List<StatsRow> rows =
        switch (query) {
          case "d" -> bans(Kind.ADDRESS);
          case "k" -> bans(Kind.MASK);
          case "m" -> commands();
          case "o" -> administrators();
          case "u" -> uptime();
          default -> List.of();
        };
    return caller.answer(new Reply.OfServer(new ServerAnswer.StatsAre(query, rows)));
  }

  private List<StatsRow> bans(Kind kind) {
    return bans.all().stream()
        .filter(ban -> ban.kind() == kind)
        .map(ban -> row(ban, kind == Kind.MASK ? 'k' : 'd'))
        .toList();
  }

  private static StatsRow row(ServerBan ban, char letter) {
    String until =
        ban.expires() == Long.MAX_VALUE ? "" : ", until " + Instant.ofEpochMilli(ban.expires());
    return new StatsRow(
        letter,
        List.of(String.valueOf(letter).toUpperCase(Locale.ROOT), ban.mask()),
        ban.reason() + " (" + ban.by() + until + ")");
  }

  private List<StatsRow> commands() {
    return commands.get().entrySet().stream()
        .map(row -> new StatsRow('m', List.of(row.getKey(), row.getValue().toString()), ""))
        .toList();
  }

  private List<StatsRow> administrators() {
    return users.all().stream()
        .filter(User::isServerOperator)
        .map(user -> user.source())
        .map(who -> new StatsRow('o', List.of("O", who.host(), "*", who.nick().text()), ""))
        .toList();
  }

  private List<StatsRow> uptime() {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
    String text =
        String.format(
            Locale.ROOT,
            "Server Up %d days %d:%02d:%02d",
            seconds / SECONDS_OF_DAY,
            seconds % SECONDS_OF_DAY / SECONDS_OF_HOUR,
            seconds % SECONDS_OF_HOUR / SECONDS_OF_MINUTE,
            seconds % SECONDS_OF_MINUTE);
    return List.of(new StatsRow('u', List.of(), text));
  }
}
