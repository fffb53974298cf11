package conclave.client;

import conclave.client.Event.Manner;
import conclave.name.CaseFold;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Turns the server's lines to events. It remembers only what a line leaves to be known: the own
 * nick, open batches, lists of names not yet complete, and which messages were told already, so
 * that history never shows one twice. Used by one thread.
 */
final class Interpreter {
  private static final int MAX_OPEN_LISTS = 1_000;
  private static final int MAX_NAMES = 100_000;
  private static final String ACTION = "\u0001ACTION ";

  private final Clock clock;
  private final Told told = new Told();
  private final Set<String> histories = new HashSet<>();
  private final Multiline multiline = new Multiline();
  private final PastPages pages = new PastPages();
  private final Map<String, List<String>> names = new HashMap<>();
  private volatile String nick = "";

  Interpreter(Clock clock) {
    this.clock = clock;
  }

  String nick() {
    return nick;
  }

  /** A new connection: batches and lists of the old one will not go on. */
  void reset() {
    histories.clear();
    names.clear();
    multiline.reset();
    pages.reset();
  }

  /** What the line tells; empty if it is of no interest to people. */
  Optional<Event> on(IrcLine line) {
    return multiline.whole(line).flatMap(this::onWhole);
  }

  private Optional<Event> onWhole(IrcLine line) {
    if (pages.has(line)) {
      read(line, true).ifPresent(said -> pages.add(line, said));
      return Optional.empty();
    }
    boolean replayed = histories.contains(line.tags().getOrDefault("batch", ""));
    return switch (line.command()) {
      case "PRIVMSG", "NOTICE" -> said(line, replayed);
      case "TAGMSG" -> typing(line);
      case "BATCH" -> batch(line);
      default -> replayed ? Optional.empty() : happened(line);
    };
  }

  private Optional<Event> happened(IrcLine line) {
    String who = line.nick();
    Instant time = time(line);
    return switch (line.command()) {
      case "JOIN" -> Optional.of(new Event.Joined(time, who, line.param(0), isOwn(who)));
      case "PART" ->
          Optional.of(new Event.Parted(time, who, line.param(0), line.param(1), isOwn(who)));
      case "KICK" -> Optional.of(kicked(line));
      case "QUIT" -> Optional.of(new Event.Quit(time, who, line.param(0)));
      case "NICK" -> Optional.of(nickChanged(line));
      case "TOPIC" -> Optional.of(new Event.TopicChanged(time, who, line.param(0), line.param(1)));
      case "RENAME" ->
          Optional.of(
              new Event.RoomRenamed(time, who, line.param(0), line.param(1), line.param(2)));
      case "INVITE" -> Optional.of(new Event.Invited(time, who, line.param(1)));
      case "MODE" -> Optional.of(new Event.ModeChanged(time, who, line.param(0), from(line, 1)));
      case "FAIL" -> Optional.of(new Event.Refused(line.param(1), subject(line), line.text()));
      case "NOTE" -> Optional.of(noted(line));
      case "WARN" -> Optional.of(told(line));
      case "ERROR" -> Optional.of(new Event.Refused("ERROR", "", line.text()));
      default -> numeric(line);
    };
  }

  private static Event noted(IrcLine line) {
    return ListedSession.of(line).<Event>map(Event.SessionListed::new).orElseGet(() -> told(line));
  }

  /** What is said of a log names its room, and of an invitation its code; the text does not. */
  private static Event told(IrcLine line) {
    boolean isOfLog = line.param(0).equals("VERIFY") && Target.isRoom(line.param(2));
    boolean isCode = line.param(0).equals("ACCOUNT") && line.param(1).equals("INVITATION");
    String about = isOfLog || isCode ? line.param(2) + ": " : "";
    return new Event.Told(about + line.text());
  }

  private Optional<Event> numeric(IrcLine line) {
    return switch (line.command()) {
      case "001" -> {
        nick = line.param(0);
        yield Optional.of(new Event.Told(line.text()));
      }
      case "322" -> Optional.of(new Event.RoomListed(line.param(1), line.param(2), line.param(3)));
      case "332" ->
          Optional.of(new Event.TopicChanged(time(line), "", line.param(1), line.param(2)));
      case "331" -> Optional.of(new Event.TopicChanged(time(line), "", line.param(1), ""));
      case "353" -> {
        gather(line.param(2), line.param(3));
        yield Optional.empty();
      }
      case "366" -> {
        List<String> here = names.remove(fold(line.param(1)));
        yield Optional.of(new Event.Names(line.param(1), here == null ? List.of() : here));
      }
      // What a server says of itself to programs, and the ends of lists.
      case "002", "003", "004", "005", "321", "323", "333", "375", "376", "422", "900", "903" ->
          Optional.empty();
      case "251", "252", "253", "254", "255", "265", "266", "042", "396" -> Optional.empty();
      default -> other(line);
    };
  }

  private Optional<Event> other(IrcLine line) {
    if (!line.command().matches("[0-9]{3}")) {
      return Optional.empty();
    }
    int code = Integer.parseInt(line.command());
    boolean refusal = (code >= 400 && code < 600) || (code >= 902 && code <= 908);
    return refusal
        ? Optional.of(new Event.Refused(line.command(), subject(line), line.text()))
        : NumericText.of(line, clock.instant()).map(Event.Told::new);
  }

  private Optional<Event> said(IrcLine line, boolean replayed) {
    String id = id(line);
    if (!id.isEmpty() && !told.isNew(id)) {
      return Optional.empty();
    }
    boolean fromServer = line.source().indexOf('!') < 0;
    if (line.command().equals("NOTICE") && fromServer && !Target.isRoom(line.param(0))) {
      boolean isForStrangers = line.param(0).equals("*"); // they have no client
      return isForStrangers ? Optional.empty() : Optional.of(new Event.Told(line.param(1)));
    }
    if (line.command().equals("NOTICE") && line.param(0).startsWith("$")) {
      return Optional.of(new Event.Told(line.nick() + " to all: " + line.param(1)));
    }
    return read(line, replayed).map(said -> said);
  }

  /** What is said by a PRIVMSG or NOTICE; nothing by what is no message of people. */
  private Optional<Event.Said> read(IrcLine line, boolean replayed) {
    String text = line.param(1);
    boolean isNotice = line.command().equals("NOTICE");
    if (!isNotice && !line.command().equals("PRIVMSG")) {
      return Optional.empty();
    }
    Manner manner = isNotice ? Manner.NOTICE : Manner.MESSAGE;
    if (text.startsWith(ACTION)) {
      manner = Manner.ACTION;
      text = text.substring(ACTION.length()).replace("\u0001", "");
    } else if (text.startsWith("\u0001")) {
      return Optional.empty(); // a question from one program to another
    }
    String who = line.nick();
    return Optional.of(
        new Event.Said(
            time(line),
            who,
            line.param(0),
            text,
            manner,
            isOwn(who),
            replayed,
            number(line),
            id(line)));
  }

  private Optional<Event> typing(IrcLine line) {
    String state = line.tags().getOrDefault("+typing", "");
    return state.isEmpty() || isOwn(line.nick())
        ? Optional.empty()
        : Optional.of(new Event.Typing(line.nick(), line.param(0), state.equals("active")));
  }

  private static String id(IrcLine line) {
    return line.tags().getOrDefault("msgid", "");
  }

  private static long number(IrcLine line) {
    String number = line.tags().getOrDefault("conclave/seq", "");
    return number.matches("[0-9]{1,18}") ? Long.parseLong(number) : 0;
  }

  private Optional<Event> batch(IrcLine line) {
    if (pages.begins(line)) {
      return Optional.empty();
    }
    Optional<Event> page = pages.endedBy(line);
    if (page.isPresent()) {
      return page;
    }
    String reference = line.param(0);
    if (reference.startsWith("-")) {
      histories.remove(reference.substring(1));
    } else if (reference.startsWith("+") && histories.size() < MAX_OPEN_LISTS) {
      boolean inHistory = histories.contains(line.tags().getOrDefault("batch", ""));
      if (line.param(1).equals("chathistory") || inHistory) {
        histories.add(reference.substring(1));
      }
    }
    return Optional.empty();
  }

  private Event kicked(IrcLine line) {
    String victim = line.param(1);
    return new Event.Kicked(
        time(line), line.nick(), line.param(0), victim, line.param(2), isOwn(victim));
  }

  private Event nickChanged(IrcLine line) {
    boolean own = isOwn(line.nick());
    nick = own ? line.param(0) : nick;
    return new Event.NickChanged(time(line), line.nick(), line.param(0), own);
  }

  private void gather(String room, String namesHere) {
    if (names.size() >= MAX_OPEN_LISTS && !names.containsKey(fold(room))) {
      return;
    }
    List<String> here = names.computeIfAbsent(fold(room), key -> new ArrayList<>());
    Stream<String> more = Arrays.stream(namesHere.split(" ", -1)).filter(name -> !name.isEmpty());
    more.limit(Math.max(0, MAX_NAMES - here.size())).forEach(here::add);
  }

  private Instant time(IrcLine line) {
    String time = line.tags().get("time");
    try {
      return time == null ? clock.instant() : Instant.parse(time);
    } catch (DateTimeException e) {
      return clock.instant();
    }
  }

  private boolean isOwn(String name) {
    return fold(name).equals(fold(nick));
  }

  private static String subject(IrcLine line) {
    return line.params().size() > 2 ? line.params().get(line.params().size() - 2) : "";
  }

  private static String from(IrcLine line, int index) {
    List<String> params = line.params();
    return String.join(" ", params.subList(Math.min(index, params.size()), params.size()));
  }

  static String fold(String name) {
    return CaseFold.fold(name);
  }

  /** The newest message ids, so many that no replay reaches back further. */
  private static final class Told {
    private static final int KEPT = 10_000;
    private final Map<String, Boolean> ids =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > KEPT;
          }
        };

    boolean isNew(String id) {
      return ids.put(id, Boolean.TRUE) == null;
    }
  }
}
