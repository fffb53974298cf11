package conclave.handler;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.Command;
import conclave.command.Counts;
import conclave.command.PastCommand;
import conclave.command.ServerAnswer.Draining;
import conclave.command.ServerCommand;
import conclave.command.ServerFacts;
import conclave.command.User;
import conclave.command.UserAnswer.Former;
import conclave.command.UserEvent;
import conclave.command.UserMode;
import conclave.config.Config;
import conclave.config.ConfigLoader;
import conclave.name.Mask;
import conclave.name.Nick;
import conclave.name.Source;
import conclave.room.Mode;
import conclave.room.Role;
import conclave.room.SayKind;
import io.vertx.core.Future;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HandlersTest {
  private static final ServerFacts FACTS =
      new ServerFacts("irc.example", "Conclave", "1", "today", List.of(), List.of());

  private final Handlers handlers =
      new Handlers(
          ConfigLoader.defaults(),
          () -> FACTS,
          new Handlers.Ports(
              new Nowhere(),
              new NoUsers(),
              new Nobody(),
              new Kept(
                  new NoPast(),
                  new Unread(),
                  new Silent(),
                  new Unsettled(),
                  new Unchecked(),
                  new Unfound()),
              new ServerBans(new Forgetful(), () -> {}),
              by -> Future.failedFuture("nothing to reload"),
              (in, by) -> new Draining(1, in),
              new OneServer()));

  @Test
  void everyCommandHasARow() {
    assertThat(commands(Command.class).filter(Class::isRecord)).allMatch(handlers::knows);
    assertThat(commands(PastCommand.class)).allMatch(handlers::knows);
    assertThat(commands(ServerCommand.class)).allMatch(handlers::knows);
  }

  private static Stream<Class<?>> commands(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses());
  }

  @Test
  void onlyMessagesMayOverlap() {
    assertThat(handlers.mayOverlap(new Command.SayHere("x"))).isTrue();
    assertThat(handlers.mayOverlap(new Command.Say(List.of("#a"), SayKind.NOTICE, "x"))).isTrue();
    assertThat(handlers.mayOverlap(new Command.Join(List.of("#a"), List.of()))).isFalse();
    assertThat(handlers.mayOverlap(new Command.Quit(Optional.empty()))).isFalse();
  }

  @Test
  void whatIsAdvertisedIsWhatHolds() {
    assertThat(Isupport.of(ConfigLoader.defaults()))
        .containsExactly(
            "ACCOUNTEXTBAN=a",
            "AWAYLEN=300",
            "BOT=B",
            "CASEMAPPING=rfc7613",
            "CHANLIMIT=#:100",
            "CHANMODES=beI,k,fl,imnstcCMRTuE",
            "CHANNELLEN=64",
            "CHANTYPES=#",
            "CHATHISTORY=100",
            "CLIENTTAGDENY=",
            "ELIST=CMNTU",
            "EXCEPTS=e",
            "EXTBAN=~,aq",
            "INVEX=I",
            "KICKLEN=255",
            "MAXLIST=beI:100",
            "MODES=20",
            "MONITOR=100",
            "MSGREFTYPES=msgid,timestamp",
            "NAMELEN=150",
            "NETWORK=Conclave",
            "NICKLEN=32",
            "PREFIX=(qaohv)~&@%+",
            "STATUSMSG=~&@%+",
            "TARGMAX=PRIVMSG:4,NOTICE:4,TAGMSG:4,JOIN:,PART:,NAMES:,KICK:,MONITOR:,WHOIS:4",
            "TOPICLEN=390",
            "UTF8ONLY",
            "WHOX");
  }

  @Test
  void whatIsAdvertisedIsUnderstood() {
    String tokens = String.join(" ", Isupport.of(ConfigLoader.defaults()));
    for (Mode mode : Mode.values()) {
      assertThat(tokens).containsPattern("(CHANMODES|PREFIX)=\\S*" + mode.letter());
    }
    for (Role role : Role.values()) {
      assertThat(tokens).containsPattern("STATUSMSG=\\S*[" + role.prefix() + "]");
      assertThat(Role.ofPrefix(role.prefix())).contains(role);
    }
    Mask.EXTENDED.chars().forEach(c -> assertThat(Mask.parse("~" + (char) c + ":x")).isPresent());
    assertThat(Mask.parse("~z:x")).isEmpty();
  }

  @Test
  void whatIsAdvertisedFollowsTheConfiguration() {
    List<String> sets =
        List.of(
            "server.network=MyNet",
            "server.casemapping=ascii",
            "rooms.max-per-user=7",
            "limits.nick-length=20",
            "limits.room-length=50",
            "limits.topic-length=100",
            "limits.kick-length=60",
            "limits.list-entries=9");
    Config config = ConfigLoader.load(Optional.empty(), Map.of(), sets).config().orElseThrow();
    assertThat(Isupport.of(config))
        .contains(
            "NETWORK=MyNet",
            "CASEMAPPING=ascii",
            "CHANLIMIT=#:7",
            "NICKLEN=20",
            "CHANNELLEN=50",
            "TOPICLEN=100",
            "KICKLEN=60",
            "MAXLIST=beI:9");
  }

  @Test
  void aTextIsCutBetweenTwoCharacters() {
    assertThat(Texts.cut("aé😀b", 8)).isEqualTo("aé😀b");
    assertThat(Texts.cut("aé😀b", 7)).isEqualTo("aé😀");
    assertThat(Texts.cut("aé😀b", 6)).isEqualTo("aé");
    assertThat(Texts.cut("aé😀b", 2)).isEqualTo("a");
    assertThat(Texts.cut("aé😀b", 0)).isEmpty();
  }

  @Test
  void aSaslMessageIsAsLongAsItsPiecesSay() {
    SaslExchange sasl = new SaslExchange();
    sasl.open(message -> Future.failedFuture("not asked"));
    assertThat(sasl.isTooLong("x".repeat(401))).isTrue();
    assertThat(sasl.add("x".repeat(400))).isEmpty();
    assertThat(sasl.add("+")).contains("x".repeat(400));
    sasl.open(message -> Future.failedFuture("not asked"));
    assertThat(sasl.add("abc")).contains("abc");
    sasl.open(message -> Future.failedFuture("not asked"));
    for (int i = 0; i < 8; i++) {
      assertThat(sasl.isTooLong("x".repeat(400))).isFalse();
      sasl.add("x".repeat(400));
    }
    assertThat(sasl.isTooLong("x")).isTrue();
    sasl.close();
    assertThat(sasl.mechanism()).isEmpty();
  }

  private static final class NoUsers implements Users {
    @Override
    public void ranked(Nick nick, boolean isOperator) {}

    @Override
    public Future<Claim> claim(User user, String connection) {
      return Future.succeededFuture(Claim.TAKEN);
    }

    @Override
    public Future<Boolean> rename(Nick from, Source to, Supplier<Future<Void>> tell) {
      return Future.succeededFuture(false);
    }

    @Override
    public void describe(Nick nick, String realname) {}

    @Override
    public boolean resides(Nick nick, boolean isOn) {
      return false;
    }

    @Override
    public Optional<User> resident(Nick nick) {
      return Optional.empty();
    }

    @Override
    public Optional<User> find(Nick nick) {
      return Optional.empty();
    }

    @Override
    public void away(Nick nick, String connection, Optional<String> text) {}

    @Override
    public void annotate(Nick nick, String key, Optional<String> value) {}

    @Override
    public void change(Nick nick, UserMode mode, boolean isOn) {}

    @Override
    public List<String> certificates(Nick nick) {
      return List.of();
    }

    @Override
    public List<String> addresses(Nick nick) {
      return List.of();
    }

    @Override
    public long lastActive(Nick nick) {
      return 0;
    }

    @Override
    public List<Former> formerly(Nick nick) {
      return List.of();
    }

    @Override
    public void tell(UserEvent event) {}

    @Override
    public List<User> all() {
      return List.of();
    }

    @Override
    public Counts counts() {
      return new Counts(0, 0, 0, 0, 0, 0, 0, 0, 1, 0);
    }
  }
}
