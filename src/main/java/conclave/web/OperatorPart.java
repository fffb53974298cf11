package conclave.web;

import conclave.account.Right;
import conclave.command.AccountNews.Presence;
import conclave.command.AccountNews.SessionView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What operators see of the page beside what everybody sees, as HTML. */
final class OperatorPart {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private static final String NODES =
      """
      <div class="scroll" tabindex="0" role="group" aria-label="Nodes">
      <table>
      <thead><tr><th scope="col">Name</th><th scope="col">State</th><th scope="col">Version</th>
      <th scope="col">Users</th><th scope="col">Connections</th>
      <th scope="col" class="number">Shards owned</th></tr></thead>
      <tbody data-rows="nodes">
      %s</tbody>
      </table>
      </div>
      """;

  private static final String ROOMS =
      """
      <table>
      <thead><tr><th scope="col">Room</th>
      <th scope="col" class="number">Messages in five minutes</th></tr></thead>
      <tbody data-rows="rooms">
      %s</tbody>
      </table>
      <p class="hint">By users of this node; conversations of two are not counted.</p>
      """;

  private static final String NICK =
      """
      <p><label for="nick">Nick</label>
      <input id="nick" name="nick" autocomplete="off" required maxlength="64"></p>
      <p><label for="reason">Reason</label>
      <input id="reason" name="reason" autocomplete="off" maxlength="255"></p>
      """;

  private static final String TEXT =
      """
      <p><label for="text">To everybody on all nodes</label>
      <input id="text" name="text" autocomplete="off" required maxlength="350"></p>
      """;

  private static final String SESSIONS =
      """
      <form method="get" action="/sessions">
      <p><label for="account">Account</label>
      <input id="account" name="account" autocomplete="off" required maxlength="64"></p>
      <button>Show sessions</button>
      </form>
      """;

  private static final String SURE =
      """
      <p>Its clients are told to connect again, other nodes take its rooms over, and it ends.</p>
      <p><input id="sure" name="sure" value="yes" type="checkbox" required>
      <label for="sure">I am sure</label></p>
      """;

  private static final String SESSION =
      """
      <input type="hidden" name="account" value="%s">
      <input type="hidden" name="session" value="%s">
      """;

  private static final String SESSION_TABLE =
      """
      <div class="scroll" tabindex="0" role="group" aria-label="Sessions">
      <table>
      <thead><tr><th scope="col">Session</th><th scope="col">State</th><th scope="col">Address</th>
      <th scope="col">Client</th><th scope="col">Since</th><th scope="col">End it</th></tr></thead>
      <tbody>
      %s</tbody>
      </table>
      </div>
      %s""";

  private OperatorPart() {}

  /**
   * Beside the name: who it is, and the way out.
   *
   * @param way where else to go, as HTML
   */
  static String corner(Visit visit, String way) {
    String out = Frame.form("/log-out", Frame.token(visit.token()), "", "Log out");
    return Html.fill(
        "<nav>\n%s<span>%s</span>\n%s</nav>\n", way, Html.escape(visit.account().text()), out);
  }

  /** What was done last. */
  static String note(String sentence) {
    return Html.fill("<p role=\"status\" class=\"note\">%s</p>\n", Html.escape(sentence));
  }

  static String of(Visit visit, Insight insight) {
    String token = Frame.token(visit.token());
    return Frame.section("Nodes", Html.fill(NODES, StatusPage.rows(insight.nodes())))
        + Frame.section("Busiest rooms", Html.fill(ROOMS, StatusPage.rows(insight.rooms())))
        + "<div class=\"sections\">\n"
        + Frame.section("Disconnect a user", Frame.form("/disconnect", token, NICK, "Disconnect"))
        + Frame.section("Announce", Frame.form("/announce", token, TEXT, "Announce"))
        + (visit.may(Right.ACCOUNTS) ? Frame.section("Sessions of an account", SESSIONS) : "")
        + (visit.may(Right.SERVER)
            ? Frame.section("Drain this node", Frame.form("/drain", token, SURE, "Drain"))
            : "")
        + "</div>\n";
  }

  /** The sessions of an account, each with a button that ends it. */
  static String sessions(Visit visit, String account, List<SessionView> sessions) {
    String rows =
        sessions.stream().map(one -> row(visit, account, one)).collect(Collectors.joining());
    return Frame.section(
        "Sessions of " + Html.escape(account),
        Html.fill(SESSION_TABLE, rows, end(visit, account, "", "End all")));
  }

  private static String row(Visit visit, String account, SessionView session) {
    String number = Integer.toString(session.number());
    String name = session.device().map(device -> number + " (" + device + ")").orElse(number);
    return Html.fill(
        "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n",
        Html.escape(name),
        session.presence() == Presence.AWAY ? "away" : "connected",
        Html.escape(session.address()),
        Html.escape(session.client()),
        CLOCK.format(Instant.ofEpochMilli(session.created())),
        end(visit, account, number, "End " + number));
  }

  private static String end(Visit visit, String account, String number, String button) {
    String fields = Html.fill(SESSION, Html.escape(account), number);
    return Frame.form("/revoke", Frame.token(visit.token()), fields, button);
  }
}
