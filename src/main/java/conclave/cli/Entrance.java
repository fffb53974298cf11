package conclave.cli;

import conclave.client.ClientCertificate;
import conclave.client.Credentials;
import conclave.client.Device;
import conclave.client.Event;
import conclave.client.Keyring;
import conclave.client.KnownHosts;
import conclave.client.Link;
import conclave.client.LogInRefused;
import conclave.client.ServerAddress;
import conclave.client.Session;
import conclave.client.TokenFile;
import conclave.client.Trust;
import conclave.client.TrustRefused;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The way into a server, for every command that stays there: which one, as whom, and how. */
final class Entrance {
  /** What is done once inside; returns the exit code. */
  interface Stay {
    int in(Session session) throws InterruptedException;
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private LogInOptions logIn;

  @Option(
      names = "--device",
      paramLabel = "NAME",
      description = "The session's name on the server. Default: the name of this machine.",
      converter = DeviceConverter.class)
  private @Nullable Device device;

  @Option(names = "--no-token", description = "Keep no token: the next time needs the password.")
  private boolean noToken;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  Entrance() {}

  /** Who goes in: a profile's server, and what is to happen there. */
  record Guest(
      Screen screen, Profile profile, List<String> rooms, Consumer<Event> listener, Stay stay) {
    Guest at(ServerAddress server) {
      Profile named =
          new Profile(server, profile.rooms(), profile.pin(), profile.ca(), profile.passwordFile());
      return new Guest(screen, named, rooms, listener, stay);
    }
  }

  /**
   * The place that was named, or the usual one.
   *
   * @throws ParameterException if there is none
   */
  Profile place(@Nullable String named) {
    try {
      Profiles profiles = Profiles.ofUser();
      if (named != null) {
        return profiles.at(named);
      }
      return profiles
          .meant()
          .orElseThrow(
              () ->
                  usage("where? Give [USER@]HOST[:PORT], or name a profile of " + profiles.file()));
    } catch (IllegalArgumentException | IOException e) {
      throw usage(e.getMessage());
    }
  }

  /**
   * Another session than that of a person on this machine, so that neither takes the other's place.
   */
  void asScript() {
    if (device == null) {
      String host = Device.ofHost(System.getenv()).name();
      device = new Device(host.substring(0, Math.min(host.length(), 25)) + "-script");
    }
  }

  /**
   * Goes in and stays.
   *
   * @param newcomer who may be given an account
   * @return the exit code
   */
  int enter(Guest unknown, Optional<Newcomer> newcomer) {
    try {
      Optional<ClientCertificate> certificate = logIn.certificate();
      Optional<Newcomer> sure = newcomer.filter(Newcomer::isSure);
      if (sure.isPresent() && certificate.isPresent()) {
        throw usage("--register makes an account with a password: leave --certificate out");
      }
      Guest guest =
          certificate.isPresent()
              ? unknown
              : unknown.at(named(unknown.screen(), unknown.profile().server()));
      ServerAddress server = guest.profile().server();
      Keyring keyring =
          certificate
              .map(own -> Keyring.of(Credentials.certified(server.user(), own)))
              .orElseGet(() -> keyring(server));
      if (certificate.isEmpty()) {
        logIn.password(guest.profile()).ifPresent(keyring::unlock);
      }
      return sure.isPresent()
          ? registered(guest, keyring, sure.get())
          : connect(guest, keyring, newcomer.filter(one -> certificate.isEmpty()));
    } catch (IOException e) {
      throw usage(e.getMessage()); // of a file that was named
    }
  }

  private int registered(Guest guest, Keyring keyring, Newcomer newcomer) {
    ServerAddress server = guest.profile().server();
    return reporting(
        guest,
        (trust, arrival) -> {
          if (!arrival.tried(() -> knock(server, trust))) {
            return Chat.FAILED;
          }
          String password = password(guest);
          if (password.isEmpty()) {
            throw usage("an account needs a password");
          }
          return made(guest, keyring, newcomer, password);
        });
  }

  private int made(Guest guest, Keyring keyring, Newcomer newcomer, String password) {
    ServerAddress server = guest.profile().server();
    keyring.unlock(password);
    AtomicBoolean isMade = new AtomicBoolean();
    return reporting(
        guest,
        (trust, arrival) ->
            arrival.tried(() -> isMade.set(newcomer.enrol(server, trust, password))) && isMade.get()
                ? connect(guest, keyring, Optional.empty())
                : Chat.FAILED);
  }

  private int connect(Guest guest, Keyring keyring, Optional<Newcomer> newcomer) {
    ServerAddress server = guest.profile().server();
    return reporting(
        guest,
        (trust, arrival) -> {
          try (Session session = new Session(server, trust, keyring, guest.listener())) {
            return arrival.tried(() -> start(guest, trust, session, keyring))
                ? guest.stay().in(session)
                : Chat.FAILED;
          } catch (LogInRefused e) {
            Optional<String> fresh =
                newcomer.filter(one -> e.wrongPassword()).flatMap(one -> one.offer(server));
            if (fresh.isEmpty()) {
              throw e;
            }
            return made(guest, keyring, newcomer.orElseThrow(), fresh.get());
          }
        });
  }

  /** Before anybody is asked for a secret: is the server there, and to be trusted? */
  private static void knock(ServerAddress server, Trust trust) throws IOException, TrustRefused {
    Link.open(server, trust).close();
  }

  /** What is done at a server. */
  private interface Visit {
    int at(Trust trust, Arrival arrival) throws IOException, InterruptedException;
  }

  /** Does it, and tells the user why if it can't be done. */
  private int reporting(Guest guest, Visit visit) {
    ServerAddress server = guest.profile().server();
    Screen screen = guest.screen();
    KnownHosts known = KnownHosts.ofUser(System.getenv(), home());
    try {
      return visit.at(logIn.trust(guest.profile(), known), new Arrival(screen, server, known));
    } catch (LogInRefused e) {
      screen.show(refusal(e, server));
    } catch (IOException e) {
      screen.show("! Not connected to " + server + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Chat.FAILED;
  }

  private void start(Guest guest, Trust trust, Session session, Keyring keyring)
      throws IOException, TrustRefused {
    if (!keyring.isReady()) {
      knock(guest.profile().server(), trust);
      keyring.unlock(password(guest));
    }
    try {
      session.start(guest.rooms());
    } catch (LogInRefused e) {
      if (!e.wantsPassword()) {
        throw e;
      }
      guest.screen().show("-- The kept token is not good any more: the password is needed.");
      keyring.unlock(password(guest));
      session.start(guest.rooms());
    }
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

  private ServerAddress named(Screen screen, ServerAddress address) {
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

  private String password(Guest guest) throws IOException {
    Optional<String> given = logIn.password(guest.profile());
    return given.isPresent() ? given.get() : asked(guest.screen());
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
