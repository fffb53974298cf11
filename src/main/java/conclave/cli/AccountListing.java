package conclave.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import conclave.client.Harmless;
import conclave.client.IrcLine;
import conclave.client.ListedAccount;
import conclave.client.ListedSession;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How accounts and sessions are listed: a table for people, or an object a line for programs. */
final class AccountListing {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ACCOUNTS = "%-24s %-8s %-8s %-20s %s%n";
  private static final String SESSIONS = "%-6s %-5s %-20s %-20s %-20s %-20s %s%n";

  @Option(names = "--json", description = "Print one JSON object a line.")
  private boolean json;

  private boolean begun;

  /** Asks the server for a list and prints it as it comes; returns the exit code. */
  int of(ServerChoice server, String... words) {
    PrintWriter out = server.out();
    return server.ask(line -> print(line, out), last -> end(last, out), words);
  }

  private void print(IrcLine line, PrintWriter out) {
    ListedAccount.of(line).ifPresent(account -> print(account, out));
    ListedSession.of(line).ifPresent(session -> print(session, out));
  }

  private void end(IrcLine last, PrintWriter out) {
    if (!begun && !json) {
      out.println(Harmless.text(last.text()));
    }
  }

  private void begin(PrintWriter out, String format, String... headings) {
    if (!begun && !json) {
      out.printf(Locale.ROOT, format, (Object[]) headings);
    }
    begun = true;
  }

  private void print(ListedAccount account, PrintWriter out) {
    begin(out, ACCOUNTS, "NAME", "ROLE", "STATE", "CREATED", "SESSIONS");
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("name", account.name());
    fields.put("role", account.role());
    fields.put("state", account.state());
    fields.put("created", time(account.created()));
    fields.put("sessions", account.sessions());
    print(fields, ACCOUNTS, out);
  }

  private void print(ListedSession session, PrintWriter out) {
    begin(out, SESSIONS, "NUMBER", "STATE", "CREATED", "SEEN", "ADDRESS", "DEVICE", "CLIENT");
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("number", session.number());
    fields.put("state", session.state());
    fields.put("created", time(session.created()));
    fields.put("seen", time(session.seen()));
    fields.put("address", orNull(session.address()));
    fields.put("device", orNull(session.device()));
    fields.put("client", orNull(session.client()));
    print(fields, SESSIONS, out);
  }

  private void print(Map<String, @Nullable Object> fields, String format, PrintWriter out) {
    if (!json) {
      out.printf(Locale.ROOT, format, fields.values().stream().map(AccountListing::cell).toArray());
      return;
    }
    try {
      out.println(JSON.writeValueAsString(fields));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers that are no JSON", e);
    }
  }

  private static String cell(@Nullable Object value) {
    return value == null ? "-" : Harmless.name(value.toString());
  }

  private static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
