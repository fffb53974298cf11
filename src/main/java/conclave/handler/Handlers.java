package conclave.handler;

import conclave.command.Command;
import conclave.command.PastCommand;
import conclave.command.Reply;
import conclave.command.ServerAnswer;
import conclave.command.ServerCommand;
import conclave.command.ServerFacts;
import conclave.command.ServerQuestion.About;
import conclave.config.Config;
import conclave.handler.Caller.Phase;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * The table: which handler does which command, and when a caller may give it. The checks run once,
 * here.
 */
public final class Handlers {
  /**
   * One row.
   *
   * @param mayOverlap the caller's next command may begin before this one is done: its effects keep
   *     their order anyway, and it changes nothing of the connection
   */
  private record Row<C extends Command>(
      Class<C> type,
      Set<Phase> phases,
      boolean mayOverlap,
      CommandHandler<? super C> handler,
      LongAdder count) {}

  /** What the handlers ask. */
  public record Ports(
      Rooms rooms,
      Users users,
      Accounts accounts,
      Kept kept,
      ServerBans bans,
      Reloads reloads,
      Drains drains,
      Servers servers) {
    History history() {
      return kept.history();
    }

    Metadata metadata() {
      return new Metadata(kept.metadata(), rooms, users);
    }
  }

  private static final Set<Phase> ALWAYS = Set.of(Phase.REGISTERING, Phase.READY);
  private static final Set<Phase> READY = Set.of(Phase.READY);

  private final Map<Class<? extends Command>, Row<?>> rows = new HashMap<>();
  private final ServerBans bans;
  private final ReadMarkers markers;
  private final Metadata metadata;
  private final Residency residency;
  private final AboutHere here;
  private final NodeCensus census;

  /**
   * Fills the table.
   *
   * @param facts as they are when they are told: only the name, the version and the start stay
   */
  @SuppressWarnings("checkstyle:MethodLength") // a table
  public Handlers(Config config, Supplier<ServerFacts> facts, Ports ports) {
    Mechanisms mechanisms = new Mechanisms(ports.accounts());
    residency = new Residency(config, ports.users(), ports.kept().residents());
    Admission admission = new Admission(config, facts, ports, residency);
    Rooms rooms = ports.rooms();
    Users users = ports.users();
    History history = ports.history();
    row(
        Command.Malformed.class,
        ALWAYS,
        (c, caller) -> caller.answer(new Reply.Refused(c.refusal())));
    row(Command.Labelled.class, ALWAYS, (c, caller) -> handle(c.command(), caller));
    row(Command.Nothing.class, ALWAYS, (c, caller) -> Future.succeededFuture());
    // coming in and going out
    row(Command.Cap.class, ALWAYS, new CapHandler(config, admission, mechanisms));
    row(Command.Pass.class, ALWAYS, new PassHandler(config, admission));
    row(Command.ComeFrom.class, ALWAYS, new ComeFromHandler(config));
    row(Command.SetNick.class, ALWAYS, new NickHandler(config, admission, ports));
    row(Command.SetUser.class, ALWAYS, new UserHandler(admission));
    row(Command.SetRealname.class, READY, new SetRealnameHandler(rooms, users));
    row(Command.Authenticate.class, ALWAYS, new AuthenticateHandler(admission, mechanisms));
    row(Command.AskPassword.class, ALWAYS, new AskPasswordHandler(ports.accounts(), admission));
    row(Command.Register.class, ALWAYS, new RegisterHandler(ports.accounts(), admission));
    row(
        Command.RegisterAccount.class,
        ALWAYS,
        new RegisterAccountHandler(config, ports.accounts(), admission));
    row(Command.VerifyAccount.class, ALWAYS, new VerifyAccountHandler(ports.accounts(), admission));
    row(
        Command.AskService.class,
        ALWAYS,
        new AskServiceHandler(ports.accounts(), admission, residency));
    row(
        Command.LogIn.class,
        ALWAYS,
        (c, caller) -> admission.logIn(c.account(), c.password(), caller, "LOGIN"));
    row(Command.Oper.class, READY, new OperHandler(ports.accounts(), users));
    row(Command.Account.class, ALWAYS, new AccountHandler(ports.accounts()));
    row(Command.Ping.class, ALWAYS, (c, caller) -> caller.answer(new Reply.Pong(c.token())));
    row(Command.Pong.class, ALWAYS, (c, caller) -> Future.succeededFuture());
    row(Command.Quit.class, ALWAYS, new QuitHandler());
    // rooms
    NewRooms newRooms = new NewRooms(config);
    row(Command.Join.class, READY, new JoinHandler(config, rooms, newRooms));
    row(Command.RenameRoom.class, READY, new RenameRoomHandler(config, rooms, newRooms));
    row(Command.PartAll.class, READY, new PartAllHandler(rooms));
    row(Command.Part.class, READY, new PartHandler(config, rooms));
    SayHandler say = new SayHandler(rooms, users);
    overlapping(Command.Say.class, say);
    overlapping(Command.SayHere.class, new SayHereHandler(say));
    row(Command.SwitchRoom.class, READY, new SwitchRoomHandler());
    row(Command.Topic.class, READY, new TopicHandler(config, rooms));
    row(Command.Names.class, READY, new NamesHandler(rooms, users));
    row(Command.ListRooms.class, READY, new ListRoomsHandler(rooms));
    row(Command.Mode.class, READY, new ModeHandler(rooms, users));
    row(Command.SetOwnModes.class, READY, new OwnModes(users));
    row(Command.Settings.class, READY, new SettingsHandler(rooms));
    row(Command.Kick.class, READY, new KickHandler(config, rooms));
    row(Command.Invite.class, READY, new InviteHandler(rooms, users));
    row(Command.Invitations.class, READY, new InvitationsHandler(rooms));
    row(Command.Redact.class, READY, new RedactHandler(config, rooms, history));
    row(Command.MarkRead.class, READY, new MarkReadHandler(ports.kept().markers(), users));
    row(
        PastCommand.ReadHistory.class,
        READY,
        new ReadHistoryHandler(config, rooms, users, history));
    row(
        PastCommand.ReadExcerpt.class,
        READY,
        new ReadExcerptHandler(config, rooms, users, history));
    row(PastCommand.ReadTargets.class, READY, new ReadTargetsHandler(config, rooms, history));
    SearchPastHandler search = new SearchPastHandler(config, ports);
    row(PastCommand.SearchPast.class, READY, search);
    row(PastCommand.SearchHere.class, READY, new SearchHereHandler(search));
    row(PastCommand.VerifyLog.class, READY, new VerifyLogHandler(ports.kept().logs()));
    row(PastCommand.ShowNumbers.class, READY, new ShowNumbersHandler());
    // questions
    row(Command.Who.class, READY, new WhoHandler(rooms, users, ports.servers()));
    row(Command.Whois.class, READY, new WhoisHandler(facts.get(), rooms, users, ports.servers()));
    row(Command.Whowas.class, READY, new WhowasHandler(users));
    row(Command.Userhost.class, READY, new UserhostHandler(users));
    row(Command.Ison.class, READY, new IsonHandler(users));
    row(Command.Monitor.class, READY, new MonitorHandler(config, users));
    row(Command.SetAway.class, ALWAYS, new AwayHandler(users));
    bans = ports.bans();
    markers = ports.kept().markers();
    metadata = ports.metadata();
    MetadataChanges changes = new MetadataChanges(ports.kept().metadata(), metadata, users);
    row(Command.Metadata.class, READY, new MetadataHandler(metadata, changes));
    Stats stats = new Stats(bans, users, this::counts);
    here = new AboutHere(config, facts, users, stats);
    AboutServers about = new AboutServers(facts, ports.servers(), users, here);
    census = new NodeCensus(about);
    aboutServer(about, facts, users);
    row(Command.Rehash.class, ALWAYS, new RehashHandler(ports.reloads()));
    row(ServerCommand.Drain.class, ALWAYS, new DrainHandler(ports.drains()));
    row(Command.Help.class, ALWAYS, new HelpHandler());
  }

  private void aboutServer(AboutServers about, Supplier<ServerFacts> now, Users users) {
    row(Command.Motd.class, READY, new AskServerHandler<>(about, About.MOTD, Command.Motd::server));
    row(
        Command.Lusers.class,
        READY,
        (c, caller) ->
            caller.answer(new Reply.OfServer(new ServerAnswer.LusersAre(users.counts()))));
    row(
        Command.Version.class,
        READY,
        new AskServerHandler<>(about, About.VERSION, Command.Version::server));
    row(Command.Time.class, READY, new AskServerHandler<>(about, About.TIME, Command.Time::server));
    row(Command.Info.class, READY, new AskServerHandler<>(about, About.INFO, Command.Info::server));
    row(
        Command.Admin.class,
        ALWAYS,
        new AskServerHandler<>(about, About.ADMIN, Command.Admin::server));
    NodesHandler nodes = new NodesHandler(about, census);
    row(ServerCommand.ShowNodes.class, READY, nodes);
    row(ServerCommand.ShowMap.class, READY, (c, caller) -> nodes.map(caller));
    row(ServerCommand.Links.class, READY, new LinksHandler(about));
    row(ServerCommand.Stats.class, READY, new StatsHandler(about));
    row(Command.Wallops.class, READY, new WallopsHandler(users));
    row(Command.Ban.class, READY, new BanHandler(bans, users));
    row(Command.Unban.class, READY, new UnbanHandler(bans));
    row(Command.Kill.class, READY, new KillHandler(now.get(), users));
  }

  /** How often each kind of command was given so far, of those that were given at all. */
  private Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    rows.forEach((type, row) -> counts.put(type.getSimpleName(), row.count.sum()));
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  private <C extends Command> void row(
      Class<C> type, Set<Phase> phases, CommandHandler<? super C> handler) {
    rows.put(type, new Row<>(type, phases, false, handler, new LongAdder()));
  }

  private <C extends Command> void overlapping(Class<C> type, CommandHandler<? super C> handler) {
    rows.put(type, new Row<>(type, READY, true, handler, new LongAdder()));
  }

  /** Who may not come to this server. */
  public ServerBans bans() {
    return bans;
  }

  /** Whose user stays without a connection. */
  public Residency residency() {
    return residency;
  }

  /** How far everybody has read. */
  public ReadMarkers markers() {
    return markers;
  }

  /** What people and rooms say of themselves. */
  public Metadata metadata() {
    return metadata;
  }

  /** What this node says of itself. */
  public AboutHere here() {
    return here;
  }

  /** What all nodes do. */
  public NodeCensus census() {
    return census;
  }

  /** Has this kind of command a row? */
  public boolean knows(Class<?> type) {
    return rows.containsKey(type);
  }

  /** May the caller's next command begin before this one is done? */
  public boolean mayOverlap(Command command) {
    Command bare = command instanceof Command.Labelled labelled ? labelled.command() : command;
    Row<?> row = rows.get(bare.getClass());
    return row != null && row.mayOverlap;
  }

  /** Checks and does a command. */
  public Future<Void> handle(Command command, Caller caller) {
    Row<?> row = rows.get(command.getClass());
    return row == null ? caller.refuse(Reason.UNKNOWN_COMMAND, "*") : handle(row, command, caller);
  }

  private static <C extends Command> Future<Void> handle(
      Row<C> row, Command command, Caller caller) {
    if (!row.phases.contains(caller.phase())) {
      return caller.refuse(Reason.NOT_REGISTERED);
    }
    row.count.increment();
    return row.handler.handle(row.type.cast(command), caller);
  }
}
