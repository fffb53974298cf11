package conclave.cli;

import conclave.client.Administration;
import conclave.client.ClientCertificate;
import conclave.client.Credentials;
import conclave.client.Harmless;
import conclave.client.IrcLine;
import conclave.client.KnownHosts;
import conclave.client.LogInRefused;
import conclave.client.ServerAddress;
import conclave.client.Trust;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which running server a command is for: the options, the way to it, and one question to it. */
final class ServerChoice {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG = 2;

  /** More than a server takes. */
  private static final int ENDING_SECONDS = 30;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @ArgGroup private @Nullable Place place;

  @Mixin private LogInOptions logIn;

  private final Optional<Screen> asker;

  /** Where it runs. */
  private static final class Place {
    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "The data folder of a server on this machine. Default: data.")
    private @Nullable Path data;

    @Option(
        names = "--server",
        paramLabel = "ADMIN@HOST[:PORT]",
        description = "Another server, with the log-in of its administrator.",
        converter = AddressConverter.class)
    private @Nullable ServerAddress server;
  }

  ServerChoice() {
    this(Optional.empty());
  }

  /**
   * A choice without a console.
   *
   * @param asker who answers questions in place of the console
   */
  @SuppressWarnings("NullAway.Init") // picocli fills it
  ServerChoice(Optional<Screen> asker) {
    this.asker = asker;
  }

  /** Does something and shows the server's sentence about it. */
  int tell(String... words) {
    return ask(listed -> {}, last -> out().println(Harmless.text(last.text())), words);
  }

  /** Asks for a code: it is printed alone, for programs; until when it is good, to the errors. */
  int code(int index, String... words) {
    return ask(
        listed -> {},
        last -> {
          out().println(Harmless.name(last.param(index)));
          spec.commandLine().getErr().println(Harmless.text(last.text()));
          spec.commandLine().getErr().flush();
        },
        words);
  }

  /**
   * Asks one thing of the server, or says why it can't be asked.
   *
   * @param listed is given each line of a list
   * @param last is given the end of the answer
   * @return the exit code
   */
  int ask(Consumer<IrcLine> listed, Consumer<IrcLine> last, String... words) {
    try (Administration server = open()) {
      if (server == null) {
        return FAILED;
      }
      last.accept(server.ask(IrcLine.of("ACCOUNT", words), listed));
      out().flush();
      return DONE;
    } catch (IOException e) {
      return failed(e);
    }
  }

  /** Has the server read its configuration again, and prints what came of it. */
  int reload() {
    try (Administration server = open()) {
      if (server == null) {
        return FAILED;
      }
      boolean isTaken = server.reload(line -> out().println(Harmless.text(line.text())));
      out().flush();
      return isTaken ? DONE : WRONG;
    } catch (IOException e) {
      return failed(e);
    }
  }

  /** Has the server end, and waits until it has, where that can be seen. */
  int drain(int seconds) {
    try (Administration server = open()) {
      if (server == null) {
        return FAILED;
      }
      IrcLine begun = server.drain(seconds);
      // In a container of its own its number says nothing here: then nobody waits.
      Optional<ProcessHandle> process =
          isRemote() ? Optional.empty() : ProcessHandle.of(Long.parseLong(begun.param(2)));
      out().println(Harmless.text(begun.text()));
      out().flush();
      return process.isPresent() ? ended(process.get(), seconds + ENDING_SECONDS) : DONE;
    } catch (IOException e) {
      return failed(e);
    }
  }

  private int ended(ProcessHandle server, int seconds) throws IOException {
    try {
      server.onExit().get(seconds, TimeUnit.SECONDS);
      out().println("The server has ended");
      out().flush();
      return DONE;
    } catch (TimeoutException e) {
      throw new IOException("the server, process " + server.pid() + ", has not ended in time", e);
    } catch (ExecutionException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    }
  }

  /** Says why it can't be done. */
  int failed(IOException e) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("conclave: " + Harmless.text(String.valueOf(e.getMessage())));
    err.flush();
    return FAILED;
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** An answer that is not shown while it is typed. */
  String secret(String question, String otherwise) {
    try (Screen screen = screen()) {
      return screen.askSecret(question).orElseThrow(() -> usage("no password: " + otherwise));
    }
  }

  /** {@code --password-file}, where there is no log-in that it could be for. */
  Optional<Path> freePasswordFile() {
    return isRemote() ? Optional.empty() : logIn.passwordFile();
  }

  ParameterException usage(@Nullable String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private boolean isRemote() {
    return place != null && place.server != null;
  }

  /** Null where the server's certificate is not to be trusted, which the user knows by then. */
  private @Nullable Administration open() throws IOException {
    return place != null && place.server != null ? remote(place.server) : local();
  }

  private Administration local() throws IOException {
    if (logIn.areForTls()) {
      throw usage("--pin, --ca, --certificate and --key are of use with --server only");
    }
    Path data = place == null || place.data == null ? Path.of("data") : place.data;
    Path socket = data.resolve("run").resolve("control.sock");
    try {
      return Administration.local(socket);
    } catch (IOException e) {
      boolean isAbsent = e instanceof ConnectException || Files.notExists(socket);
      throw new IOException(
          isAbsent
              ? "no server runs with the data folder " + data
              : socket + " can't be opened: " + e.getMessage(),
          e);
    }
  }

  private @Nullable Administration remote(ServerAddress server) throws IOException {
    KnownHosts known = KnownHosts.ofUser(System.getenv(), System.getProperty("user.home", ""));
    Trust trust = logIn.trust(server, known);
    Credentials credentials = credentials(server);
    Administration[] opened = new Administration[1];
    try (Screen screen = screen()) {
      return new Arrival(screen, server, known)
              .tried(() -> opened[0] = Administration.remote(server, trust, credentials))
          ? opened[0]
          : null;
    } catch (LogInRefused e) {
      throw new IOException("the server refuses the log-in: " + e.getMessage(), e);
    }
  }

  private Credentials credentials(ServerAddress server) throws IOException {
    Optional<ClientCertificate> certificate = logIn.certificate();
    if (certificate.isPresent()) {
      return Credentials.certified(server.user(), certificate.get());
    }
    if (server.user().isEmpty()) {
      throw usage("as whom? Give ADMIN@HOST");
    }
    Optional<String> given = logIn.password();
    return new Credentials(
        server.user(),
        given.orElseGet(
            () ->
                secret(
                    "Password of " + server.user() + ": ",
                    "set " + LogInOptions.PASSWORD_VARIABLE + " or give --password-file")));
  }

  private Screen screen() {
    return asker.orElseGet(
        () ->
            new PipeScreen(
                new InputStreamReader(System.in, StandardCharsets.UTF_8),
                spec.commandLine().getErr(),
                System.console(),
                false));
  }
}
