package conclave.cli;

import conclave.client.ClientCertificate;
import conclave.client.Credentials;
import conclave.client.Device;
import conclave.client.Enrolment;
import conclave.client.Event;
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

  /** Does something first for which an account is needed that there is not yet. */
  interface Enrolling {
    void ask(ServerAddress server, Trust trust, Credentials fresh) throws IOException, TrustRefused;
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
   * @return the exit code
   */
  int enter(Guest unknown, Optional<Enrolling> enrolling) {
    try {
      Optional<ClientCertificate> certificate = logIn.certificate();
      if (enrolling.isPresent() && certificate.isPresent()) {
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
      return enrolling.isPresent()
          ? registered(guest, keyring, enrolling.get())
          : connect(guest, keyring);
    } catch (IOException e) {
      throw usage(e.getMessage()); // of a file that was named
    }
  }

  private int registered(Guest guest, Keyring keyring, Enrolling enrolling) throws IOException {
    ServerAddress server = guest.profile().server();
    String password = password(guest);
    if (password.isEmpty()) {
      throw usage("an account needs a password");
    }
    Credentials fresh = new Credentials(server.user(), password);
    keyring.unlock(password);
    return reporting(
        guest,
        (trust, arrival) ->
            arrival.tried(() -> enrolling.ask(server, trust, fresh))
                ? connect(guest, keyring)
                : Chat.FAILED);
  }

  private int connect(Guest guest, Keyring keyring) {
    ServerAddress server = guest.profile().server();
    return reporting(
        guest,
        (trust, arrival) -> {
          try (Session session = new Session(server, trust, keyring, guest.listener())) {
            return arrival.tried(() -> start(guest, session, keyring))
                ? guest.stay().in(session)
                : Chat.FAILED;
          }
        });
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

  private void start(Guest guest, Session session, Keyring keyring)
      throws IOException, TrustRefused {
    if (!keyring.isReady()) {
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

  /** Makes the account, telling what the server says to that. */
  static void enrol(
      Screen screen, ServerAddress server, Trust trust, Credentials fresh, String invite)
      throws IOException, TrustRefused {
    Enrolment.ask(server, trust, fresh, invite, line -> screen.show("-- " + line));
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
