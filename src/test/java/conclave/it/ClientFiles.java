package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A client's certificate that it has signed itself, as {@code openssl req} makes it.
 *
 * @param both the certificate and its key in one file
 */
record ClientFiles(Path certificate, Path key, Path both) {
  /** Makes one; needs openssl. */
  static ClientFiles make(Path folder, String name) {
    Path certificate = folder.resolve(name + ".crt");
    Path key = folder.resolve(name + ".key");
    List<String> command =
        List.of(
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
                .split(" "));
    try (Console openssl =
        Console.run(
            concat(command, "-subj", "/CN=" + name, "-keyout", key, "-out", certificate),
            Map.of())) {
      assertThat(openssl.exitCode()).isZero();
      Path both = folder.resolve(name + ".pem");
      Files.writeString(both, Files.readString(certificate) + Files.readString(key));
      return new ClientFiles(certificate, key, both);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> concat(List<String> words, Object... more) {
    return Stream.concat(words.stream(), Arrays.stream(more).map(Object::toString)).toList();
  }

  /** Its SHA-256, as {@code /cert add} takes it. */
  String fingerprint() {
    try (InputStream in = Files.newInputStream(certificate)) {
      byte[] der = CertificateFactory.getInstance("X.509").generateCertificate(in).getEncoded();
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
