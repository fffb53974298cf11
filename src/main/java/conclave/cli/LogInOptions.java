package conclave.cli;

import conclave.client.ClientCertificate;
import conclave.client.Fingerprint;
import conclave.client.KnownHosts;
import conclave.client.ServerAddress;
import conclave.client.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of every command that logs in over TLS: whom to trust, and how to prove oneself. */
final class LogInOptions {
  static final String PASSWORD_VARIABLE = "CONCLAVE_PASSWORD";

  @ArgGroup private @Nullable Vouching vouching;

  @ArgGroup(exclusive = false)
  private @Nullable Identity identity;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "Take the password from the first line of this file.")
  private @Nullable Path passwordFile;

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

  /** A certificate in place of the password; neither file is of use alone. */
  @SuppressWarnings("NullAway.Init") // picocli fills it
  private static final class Identity {
    @Option(
        names = "--certificate",
        paramLabel = "FILE",
        description = "Log in with this certificate (PEM) in place of a password.",
        required = true)
    private Path certificate;

    @Option(
        names = "--key",
        paramLabel = "FILE",
        description = "The certificate's key: PEM, PKCS#8 without a password.",
        required = true)
    private Path key;
  }

  /** Which certificates the server may show. */
  Trust trust(ServerAddress server, KnownHosts known) throws IOException {
    return trust(Profile.of(server), known);
  }

  /** The same, where the profile may say it. */
  Trust trust(Profile profile, KnownHosts known) throws IOException {
    if (vouching != null && vouching.pin != null) {
      return Trust.pinned(vouching.pin);
    }
    if (vouching != null && vouching.ca != null) {
      return Trust.issuedBy(vouching.ca);
    }
    if (profile.pin().isPresent()) {
      return Trust.pinned(profile.pin().get());
    }
    return profile.ca().isPresent()
        ? Trust.issuedBy(profile.ca().get())
        : Trust.onFirstUse(profile.server(), known);
  }

  /** The user's own certificate, if there is one to log in with. */
  Optional<ClientCertificate> certificate() throws IOException {
    return identity == null
        ? Optional.empty()
        : Optional.of(ClientCertificate.read(identity.certificate, identity.key));
  }

  /** The password, where nobody has to be asked for it. */
  Optional<String> password() throws IOException {
    return passwordFile == null
        ? Optional.ofNullable(System.getenv(PASSWORD_VARIABLE))
        : Optional.of(PasswordFile.read(passwordFile));
  }

  /** The same, where the profile may name the file. */
  Optional<String> password(Profile profile) throws IOException {
    Optional<String> given = password();
    return given.isEmpty() && profile.passwordFile().isPresent()
        ? Optional.of(PasswordFile.read(profile.passwordFile().get()))
        : given;
  }

  /** The file that was given for it. */
  Optional<Path> passwordFile() {
    return Optional.ofNullable(passwordFile);
  }

  /** Whether anything was given that only a TLS connection has a use for. */
  boolean areForTls() {
    return vouching != null || identity != null;
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
