package conclave.cli;

import conclave.cli.rooms.Rooms;
import conclave.client.ClientCertificate;
import conclave.client.Credentials;
import conclave.client.Device;
import conclave.client.Enrolment;
import conclave.client.Keyring;
import conclave.client.KnownHosts;
import conclave.client.LogInRefused;
import conclave.client.ServerAddress;
import conclave.client.Session;
import conclave.client.TokenFile;
import conclave.client.Trust;
import conclave.client.TrustRefused;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code conclave connect}: chat in the terminal, or by lines on a pipe. */
@Command(
    name = "connect",
    description = "Chat in the terminal.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The password is asked for, or taken from --password-file or CONCLAVE_PASSWORD. The next time",
      "none is needed: a token that works once is kept beside the known hosts, until /logout.",
      "Exit codes: 0 done, 1 failed, 2 wrong usage."
    })
public final class Connect implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private LogInOptions logIn;

  @Parameters(
      paramLabel = "[USER@]HOST[:PORT]",
      description = "The server, and who you are there. Port 6697 if none is given.",
      converter = AddressConverter.class)
  private ServerAddress address;

  @Option(
      names = "--room",
      paramLabel = "ROOM",
      description = "Go into this room; may be given several times. Default: #lobby.")
  private List<String> rooms = List.of("#lobby");

  @Option(
      names = "--device",
      paramLabel = "NAME",
      description = "The session's name on the server. Default: the name of this machine.",
      converter = DeviceConverter.class)
  private @Nullable Device device;

  @Option(names = "--no-token", description = "Keep no token: the next time needs the password.")
  private boolean noToken;

  @Mixin private Appearance appearance;

  @Option(names = "--register", description = "Make the account first.")
  private boolean register;

  @Option(
      names = "--invite",
      paramLabel = "CODE",
      description = "The code that a server may want for --register.")
  private String invite = "";

  @SuppressWarnings("NullAway.Init") // picocli fills it
  public Connect() {}

  @Override
  public Integer call() {
    try (Screen screen = appearance.screen(spec.commandLine().getOut())) {
      Optional<ClientCertificate> certificate = logIn.certificate();
      if (register && certificate.isPresent()) {
        throw usage("--register makes an account with a password: leave --certificate out");
      }
      ServerAddress server = certificate.isPresent() ? address : named(screen);
      Keyring keyring =
          certificate
              .map(own -> Keyring.of(Credentials.certified(server.user(), own)))
              .orElseGet(() -> keyring(server));
      if (certificate.isEmpty()) {
        logIn.password().ifPresent(keyring::unlock);
      }
      return register
          ? registered(screen, server, keyring, password(screen))
          : connect(screen, server, keyring);
    } catch (IOException e) {
      throw usage(e.getMessage()); // of a file that was named
    }
  }

  private int registered(Screen screen, ServerAddress server, Keyring keyring, String password) {
    if (password.isEmpty()) {
      throw usage("an account needs a password");
    }
    Credentials fresh = new Credentials(server.user(), password);
    keyring.unlock(password);
    return reporting(
        screen,
        server,
        (trust, arrival) ->
            arrival.tried(() -> enrol(screen, server, trust, fresh))
                ? connect(screen, server, keyring)
                : Chat.FAILED);
  }

  private int connect(Screen screen, ServerAddress server, Keyring keyring) {
    Chat chat = new Chat(screen, appearance);
    List<String> wanted = rooms.stream().map(Rooms::named).toList();
    return reporting(
        screen,
        server,
        (trust, arrival) -> {
          try (Session session = new Session(server, trust, keyring, chat::heard)) {
            return arrival.tried(() -> start(screen, session, keyring, wanted))
                ? chat.run(session, wanted)
                : Chat.FAILED;
          }
        });
  }

  /** What is done at a server. */
  private interface Visit {
    int at(Trust trust, Arrival arrival) throws IOException;
  }

  /** Does it, and tells the user why if it can't be done. */
  private int reporting(Screen screen, ServerAddress server, Visit visit) {
    KnownHosts known = KnownHosts.ofUser(System.getenv(), home());
    try {
      return visit.at(logIn.trust(server, known), new Arrival(screen, server, known));
    } catch (LogInRefused e) {
      screen.show(refusal(e, server));
    } catch (IOException e) {
      screen.show("! Not connected to " + server + ": " + e.getMessage());
    }
    return Chat.FAILED;
  }

  private void start(Screen screen, Session session, Keyring keyring, List<String> wanted)
      throws IOException, TrustRefused {
    if (!keyring.isReady()) {
      keyring.unlock(password(screen));
    }
    try {
      session.start(wanted);
    } catch (LogInRefused e) {
      if (!e.wantsPassword()) {
        throw e;
      }
      screen.show("-- The kept token is not good any more: the password is needed.");
      keyring.unlock(password(screen));
      session.start(wanted);
    }
  }

  private void enrol(Screen screen, ServerAddress server, Trust trust, Credentials credentials)
      throws IOException, TrustRefused {
    Enrolment.ask(server, trust, credentials, invite, line -> screen.show("-- " + line));
  }

  private static String refusal(LogInRefused e, ServerAddress server) {
    return e.wrongPassword()
        ? "! The server refuses the log-in: the name or the password is wrong. No account yet?"
            + " Use --register, or /register in: openssl s_client -quiet -connect "
            + server
        : "! The server refuses the log-in: " + e.getMessage();
  }

  private Keyring keyring(ServerAddress server) {
    Device where = device == null ? Device.ofHost(System.getenv()) : device;
    Optional<TokenFile> tokens =
        noToken
            ? Optional.empty()
            : Optional.of(TokenFile.ofUser(System.getenv(), home(), server, where));
    return new Keyring(server.user(), where, tokens);
  }

  private ServerAddress named(Screen screen) {
    String user =
        address.user().isEmpty() ? screen.ask("User name: ").orElse("").strip() : address.user();
    if (user.isEmpty()) {
      throw usage("as whom? Give USER@HOST");
    }
    if (user.matches(".*[@*].*")) {
      throw usage("\"" + user + "\" is no account; --device names a session");
    }
    try {
      return address.as(user);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private String password(Screen screen) throws IOException {
    Optional<String> given = logIn.password();
    return given.isPresent() ? given.get() : asked(screen);
  }

  private String asked(Screen screen) {
    return screen
        .askSecret("Password: ")
        .orElseThrow(
            () ->
                usage(
                    "no password: set "
                        + LogInOptions.PASSWORD_VARIABLE
                        + " or give --password-file"));
  }

  private static String home() {
    return System.getProperty("user.home", "");
  }

  private ParameterException usage(@Nullable String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Lets picocli say what is wrong with a device's name. */
  static final class DeviceConverter implements ITypeConverter<Device> {
    @Override
    public Device convert(String text) {
      try {
        return new Device(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
