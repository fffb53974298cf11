package conclave.cli;

import conclave.client.Credentials;
import conclave.client.Enrolment;
import conclave.client.Fingerprint;
import conclave.client.KnownHosts;
import conclave.client.LogInRefused;
import conclave.client.ServerAddress;
import conclave.client.Session;
import conclave.client.Trust;
import conclave.client.TrustRefused;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
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
      "The password is asked for, or taken from --password-file or CONCLAVE_PASSWORD.",
      "Exit codes: 0 done, 1 failed, 2 wrong usage."
    })
public final class Connect implements Callable<Integer> {
  private static final String PASSWORD_VARIABLE = "CONCLAVE_PASSWORD";

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "[USER@]HOST[:PORT]",
      description = "The server, and who you are there. Port 6697 if none is given.",
      converter = AddressConverter.class)
  private @Nullable ServerAddress address;

  @ArgGroup private @Nullable Vouching vouching;

  @Option(
      names = "--room",
      paramLabel = "ROOM",
      description = "Go into this room; may be given several times. Default: #lobby.")
  private List<String> rooms = List.of("#lobby");

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "Take the password from the first line of this file.")
  private @Nullable Path passwordFile;

  @Option(names = "--register", description = "Make the account first.")
  private boolean register;

  @Option(
      names = "--invite",
      paramLabel = "CODE",
      description = "The code that a server may want for --register.")
  private String invite = "";

  /** One way to know the server, in place of the system's authorities and first use. */
  private static final class Vouching {
    @Option(
        names = "--pin",
        paramLabel = "SHA256",
        description = "Trust exactly the certificate with this fingerprint.",
        converter = FingerprintConverter.class)
    private @Nullable Fingerprint pin;

    @Option(
        names = "--ca",
        paramLabel = "FILE",
        description = "Trust certificates issued under those in this PEM file.")
    private @Nullable Path ca;
  }

  @Override
  public Integer call() throws Exception {
    try (Screen screen = TerminalScreen.open().orElseGet(this::pipe)) {
      ServerAddress server = named(screen);
      Credentials credentials = new Credentials(server.user(), password(screen));
      KnownHosts known = KnownHosts.ofUser(System.getenv(), System.getProperty("user.home", ""));
      return connect(screen, server, credentials, known);
    }
  }

  private int connect(
      Screen screen, ServerAddress server, Credentials credentials, KnownHosts known) {
    Chat chat = new Chat(screen);
    List<String> wanted = rooms.stream().map(OpenRooms::named).toList();
    try {
      Trust trust = trust(server, known);
      TrustQuestion question = new TrustQuestion(screen, known);
      if (register && !retried(question, server, () -> enrol(screen, server, trust, credentials))) {
        return Chat.FAILED;
      }
      try (Session session = new Session(server, trust, credentials, chat::heard)) {
        return retried(question, server, () -> session.start(wanted))
            ? chat.run(session, wanted)
            : Chat.FAILED;
      }
    } catch (LogInRefused e) {
      screen.show(refusal(e, server));
    } catch (IOException e) {
      screen.show("! Not connected to " + server + ": " + e.getMessage());
    }
    return Chat.FAILED;
  }

  /** Something that shakes hands with the server. */
  private interface Attempt {
    void run() throws IOException, TrustRefused;
  }

  /** Tries, and once more if the user accepts a certificate that was not known. */
  private static boolean retried(TrustQuestion question, ServerAddress server, Attempt attempt)
      throws IOException {
    boolean again = true;
    while (again) {
      try {
        attempt.run();
        return true;
      } catch (TrustRefused e) {
        again = question.settle(server, e);
      }
    }
    return false;
  }

  private void enrol(Screen screen, ServerAddress server, Trust trust, Credentials credentials)
      throws IOException, TrustRefused {
    Enrolment.ask(server, trust, credentials, invite, line -> screen.show("-- " + line));
  }

  private Trust trust(ServerAddress server, KnownHosts known) throws IOException {
    if (vouching != null && vouching.pin != null) {
      return Trust.pinned(vouching.pin);
    }
    if (vouching != null && vouching.ca != null) {
      return Trust.issuedBy(vouching.ca);
    }
    return Trust.onFirstUse(server, known);
  }

  private static String refusal(LogInRefused e, ServerAddress server) {
    return e.wrongPassword()
        ? "! The server refuses the log-in: the name or the password is wrong. No account yet?"
            + " Use --register, or /register in: openssl s_client -quiet -connect "
            + server
        : "! The server refuses the log-in: " + e.getMessage();
  }

  private ServerAddress named(Screen screen) {
    if (address == null) {
      throw usage("where to?");
    }
    if (!address.user().isEmpty()) {
      return address;
    }
    String user = screen.ask("User name: ").orElse("").strip();
    if (user.isEmpty()) {
      throw usage("as whom? Give USER@HOST");
    }
    try {
      return address.as(user);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private String password(Screen screen) throws IOException {
    if (passwordFile != null) {
      try (var lines = Files.lines(passwordFile)) {
        return lines.findFirst().orElse("");
      } catch (IOException e) {
        throw usage("the password file can't be read: " + e.getMessage());
      }
    }
    String variable = System.getenv(PASSWORD_VARIABLE);
    if (variable != null) {
      return variable;
    }
    Optional<String> typed = screen.askSecret("Password: ");
    if (register && typed.isPresent() && typed.get().isEmpty()) {
      throw usage("an account needs a password");
    }
    return typed.orElseThrow(
        () -> usage("no password: set " + PASSWORD_VARIABLE + " or give --password-file"));
  }

  private PipeScreen pipe() {
    return new PipeScreen(
        new InputStreamReader(System.in, StandardCharsets.UTF_8),
        commandSpec().commandLine().getOut(),
        System.console());
  }

  private ParameterException usage(@Nullable String message) {
    return new ParameterException(commandSpec().commandLine(), message);
  }

  private CommandSpec commandSpec() {
    if (spec == null) {
      throw new IllegalStateException("picocli fills this in");
    }
    return spec;
  }

  /** Lets picocli say what is wrong with an address. */
  static final class AddressConverter implements ITypeConverter<ServerAddress> {
    @Override
    public ServerAddress convert(String text) {
      try {
        return ServerAddress.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** Lets picocli say what is wrong with a fingerprint. */
  static final class FingerprintConverter implements ITypeConverter<Fingerprint> {
    @Override
    public Fingerprint convert(String text) {
      try {
        return Fingerprint.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
