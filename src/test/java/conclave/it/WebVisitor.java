package conclave.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** Somebody at the status page, whose browser keeps cookies and follows nothing by itself. */
final class WebVisitor {
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  private final String site;
  private final HttpClient client;

  WebVisitor(RunningServer server) {
    this(server.statusPage(), server.fingerprint());
  }

  /**
   * Somebody at a page.
   *
   * @param fingerprint SHA-256 of the certificate that it must show
   */
  WebVisitor(String site, String fingerprint) {
    this.site = site;
    try {
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, new TrustManager[] {new Pinned(fingerprint)}, null);
      this.client =
          HttpClient.newBuilder().sslContext(tls).cookieHandler(new CookieManager()).build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String site() {
    return site;
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET().build());
  }

  /** Listens to the numbers, line by line, until the server ends it. */
  Stream<String> listen() {
    try {
      return client.send(request("/events").build(), BodyHandlers.ofLines()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Fills in a form as one of this site's pages, whose token it has. */
  HttpResponse<String> fill(String path, String... fields) {
    Matcher token = TOKEN.matcher(get("/").body());
    List<String> all = new ArrayList<>(List.of(fields));
    if (token.find()) {
      all.addAll(List.of("token", token.group(1)));
    }
    return post(site, path, all.toArray(String[]::new));
  }

  /** The same as a page of some site, with what is given and nothing else. */
  HttpResponse<String> post(String origin, String path, String... fields) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(String.join("&", pairs)));
    return send(origin.isEmpty() ? request.build() : request.header("Origin", origin).build());
  }

  /** Logs in; the answer says where to go on. */
  String logIn(String name, String password) {
    return post(site, "/log-in", "name", name, "password", password)
        .headers()
        .firstValue("location")
        .orElseThrow();
  }

  /** What the page has to say of what was done last. */
  String note() {
    Matcher note = Pattern.compile("class=\"note\">([^<]*)<").matcher(get("/").body());
    return note.find() ? note.group(1) : "";
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(site + path));
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
