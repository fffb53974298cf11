package conclave.handler;

import conclave.command.ServerAnswer;
import conclave.command.ServerAnswer.StatsRow;
import conclave.command.ServerBan;
import conclave.command.ServerBan.Kind;
import conclave.command.User;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What STATS shows: of this node m commands and u time since the start, of all d and k bans and o
 * administrators.
 */
final class Stats {
  private static final long SECONDS_OF_MINUTE = 60;
  private static final long SECONDS_OF_HOUR = 60 * SECONDS_OF_MINUTE;
  private static final long SECONDS_OF_DAY = 24 * SECONDS_OF_HOUR;

  private final ServerBans bans;
  private final Users users;
  private final Supplier<Map<String, Long>> commands;
  private final long started = System.nanoTime();

  Stats(ServerBans bans, Users users, Supplier<Map<String, Long>> commands) {
    this.bans = bans;
    this.users = users;
    this.commands = commands;
  }

  /** The rows of one query. */
  ServerAnswer.StatsAre of(String asked) {
    String query = asked.isEmpty() ? "*" : asked.substring(0, 1);
    List<StatsRow> rows =
        switch (query) {
          case "d" -> bans(Kind.ADDRESS);
          case "k" -> bans(Kind.MASK);
          case "m" -> commands();
          case "o" -> administrators();
          case "u" -> uptime();
          default -> List.of();
        };
    return new ServerAnswer.StatsAre(query, rows);
  }

  private List<StatsRow> bans(Kind kind) {
    return bans.all().stream()
        .filter(ban -> ban.kind() == kind)
        .map(ban -> row(ban, kind == Kind.MASK ? "k" : "d"))
        .toList();
  }

  private static StatsRow row(ServerBan ban, String letter) {
    String until =
        ban.expires() == Long.MAX_VALUE ? "" : ", until " + Instant.ofEpochMilli(ban.expires());
    return new StatsRow(
        letter,
        List.of(letter.toUpperCase(Locale.ROOT), ban.mask()),
        ban.reason() + " (" + ban.by() + until + ")");
  }

  private List<StatsRow> commands() {
    return commands.get().entrySet().stream()
        .map(row -> new StatsRow("m", List.of(row.getKey(), row.getValue().toString()), ""))
        .toList();
  }

  private List<StatsRow> administrators() {
    return users.all().stream()
        .filter(User::isServerOperator)
        .map(user -> user.source())
        .map(who -> new StatsRow("o", List.of("O", who.host(), "*", who.nick().text()), ""))
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
    return List.of(new StatsRow("u", List.of(), text));
  }
}
