package conclave.cli;

import conclave.client.Event;
import conclave.client.Harmless;
import conclave.client.Session;
import conclave.client.Target;
import conclave.name.CaseFold;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave tail}: prints what is said, until it is stopped. */
@Command(
    name = "tail",
    description = "Print what is said in rooms, or by and to people, until stopped.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "It begins with the past that the server shows to who comes in. After a lost connection it goes",
      "on where it was. With --json each line is an object: time, target, who, text, manner, own,",
      "replayed, id.",
      "Exit codes: 0 nobody reads any more, 1 failed, 2 wrong usage."
    })
public final class Tail implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private Entrance entrance;

  @Mixin private ScriptServer server;

  @Option(names = "--json", description = "Print one JSON object a line.")
  private boolean json;

  @Option(names = "--new", description = "Leave out what was said before.")
  private boolean onlyNew;

  @Option(
      names = {"-n", "--count"},
      paramLabel = "N",
      description = "End after so many lines.")
  private int count = Integer.MAX_VALUE;

  @Parameters(
      arity = "1..*",
      paramLabel = "TARGET",
      description = "A room (with its #, quoted) or a person.")
  private List<String> targets;

  private final CountDownLatch end = new CountDownLatch(1);
  private final EventText text = new EventText(Clock.system(ZoneId.systemDefault()), false);
  private volatile int code = Chat.OK;
  private boolean returned;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  public Tail() {}

  @Override
  public Integer call() {
    Profile profile = server.profile(entrance);
    InputStreamReader in = new InputStreamReader(System.in, StandardCharsets.UTF_8);
    PrintWriter err = spec.commandLine().getErr();
    try (Screen screen = new PipeScreen(in, err, System.console(), false)) {
      List<String> rooms = targets.stream().filter(Target::isRoom).toList();
      Entrance.Guest guest =
          new Entrance.Guest(
              screen, profile, rooms, event -> heard(event, screen), this::untilTheEnd);
      return entrance.enter(guest, Optional.empty());
    }
  }

  private int untilTheEnd(Session session) throws InterruptedException {
    end.await();
    session.close();
    return code;
  }

  private void heard(Event event, Screen screen) {
    if (event instanceof Event.Said said && isWanted(said)) {
      print(said);
    } else if (event instanceof Event.Disconnected gone) {
      returned = true;
      screen.show("-- No connection: " + gone.reason());
      stopIf(gone.retryIn().isEmpty(), Chat.FAILED);
    } else if (event instanceof Event.Refused refused) {
      screen.show(refused.accept(text));
      stopIf(true, Chat.FAILED);
    }
  }

  /** What was missed counts as new. */
  private boolean isWanted(Event.Said said) {
    String place = Target.isRoom(said.target()) || said.own() ? said.target() : said.who();
    return (!said.replayed() || !onlyNew || returned)
        && targets.stream().anyMatch(one -> CaseFold.fold(one).equals(CaseFold.fold(place)));
  }

  private void print(Event.Said said) {
    PrintWriter out = spec.commandLine().getOut();
    if (count <= 0) {
      return;
    }
    if (json) {
      out.println(MessageJson.of(said));
    } else {
      out.println(Harmless.text(said.accept(text)));
    }
    stopIf(--count == 0, Chat.OK);
    stopIf(out.checkError(), Chat.OK); // as head does it
  }

  private void stopIf(boolean isOver, int exitCode) {
    if (isOver && end.getCount() > 0) {
      code = exitCode;
      end.countDown();
    }
  }
}
