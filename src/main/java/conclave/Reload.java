package conclave;

import conclave.auth.AuthVerticle;
import conclave.cli.Logging;
import conclave.command.Reply;
import conclave.command.ServerAnswer.Rehashed;
import conclave.command.ServerAnswer.SupportedAre;
import conclave.command.ServerFacts;
import conclave.config.Config;
import conclave.config.ConfigSources;
import conclave.config.LoadResult;
import conclave.config.Mistake;
import conclave.config.OperatorConfig;
import conclave.config.Running;
import conclave.gateway.ListenerVerticle;
import conclave.gateway.ServerCertificate;
import conclave.gateway.Tls;
import conclave.handler.Reloads;
import conclave.web.StatusVerticle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the configuration again, with the files that it names, and has what may change take effect:
 * all of it, or nothing where there is a mistake. One reload after another; any thread.
 */
final class Reload implements Reloads {
  private static final Logger LOG = LoggerFactory.getLogger(Reload.class);

  private final Vertx vertx;
  private final ConfigSources sources;
  private final Path data;
  private final Running config;
  private final long started;
  private volatile Shown shown;
  private volatile ServerFacts facts;
  private volatile Optional<Parts> parts = Optional.empty();
  private Future<Rehashed> last = Future.succeededFuture();

  /** Those who must be told. */
  record Parts(List<ListenerVerticle> listeners, StatusVerticle status, AuthVerticle auth) {
    Parts {
      listeners = List.copyOf(listeners);
    }
  }

  /**
   * What was read.
   *
   * @param config with the keys that need a restart as they are
   * @param changed what is not as it was
   */
  private record Fresh(Config config, Shown shown, Set<String> changed, List<String> fixed) {}

  Reload(Vertx vertx, ConfigSources sources, Premises premises, Running config) {
    this.vertx = vertx;
    this.sources = sources;
    this.data = premises.data();
    this.config = config;
    this.started = System.currentTimeMillis();
    this.shown = premises.shown();
    this.facts = Premises.facts(config, started, shown.motd());
  }

  /** From now on these are told of changes. */
  void tell(Parts those) {
    parts = Optional.of(those);
  }

  ServerFacts facts() {
    return facts;
  }

  ServerCertificate certificate() {
    return shown.certificate();
  }

  long started() {
    return started;
  }

  @Override
  public synchronized Future<Rehashed> reload(String by) {
    last =
        last.otherwiseEmpty()
            .compose(before -> vertx.executeBlocking(sources::load))
            .compose(this::reload)
            .onSuccess(answer -> log(by, answer))
            .onFailure(bug -> LOG.error("the configuration can't be read again ({})", by, bug));
    return last;
  }

  private Future<Rehashed> reload(LoadResult loaded) {
    if (loaded.config().isEmpty()) {
      return mistaken(loaded.mistakes().stream().map(Mistake::toString).toList());
    }
    return vertx
        .executeBlocking(() -> read(loaded.config().get()))
        .compose(this::take)
        .recover(
            failure ->
                failure instanceof IOException
                    ? mistaken(List.of(String.valueOf(failure.getMessage())))
                    : Future.failedFuture(failure));
  }

  private Future<Rehashed> mistaken(List<String> mistakes) {
    return Future.succeededFuture(new Rehashed(sources.name(), List.of(), List.of(), mistakes));
  }

  private Fresh read(Config loaded) throws IOException {
    Running.Difference difference = config.difference(loaded);
    Config next = config.reachable(loaded);
    Shown now = Shown.read(next, data);
    Set<String> changed = new LinkedHashSet<>(difference.live());
    if (!now.motd().equals(shown.motd())) {
      changed.add("server.motd");
    }
    if (!now.certificate().isSame(shown.certificate())) {
      changed.add("tls.certificate");
    }
    return new Fresh(next, now, changed, difference.fixed());
  }

  private Future<Rehashed> take(Fresh fresh) {
    boolean isTls = fresh.changed.stream().anyMatch(key -> key.startsWith("tls."));
    Future<Void> secured =
        isTls ? secure(fresh.config, fresh.shown.certificate()) : Future.succeededFuture();
    return secured
        .recover(
            failure ->
                secure(config, shown.certificate())
                    .transform(
                        back -> Future.failedFuture(new IOException("tls: " + failure, failure))))
        .compose(done -> become(fresh))
        .map(
            done ->
                new Rehashed(sources.name(), List.copyOf(fresh.changed), fresh.fixed, List.of()));
  }

  private Future<Void> secure(Config with, ServerCertificate certificate) {
    List<Future<?>> done = new ArrayList<>();
    parts.ifPresent(
        told -> {
          List<ListenerVerticle.Port> ports = Tls.ports(with, certificate);
          told.listeners.forEach(listener -> done.add(listener.secure(ports)));
          done.add(told.status.show(certificate.options()));
        });
    return Future.join(done).mapEmpty();
  }

  private Future<Void> become(Fresh fresh) {
    List<OperatorConfig> before = config.operators();
    if (!fresh.config.log().equals(config.log())) {
      Logging.configure(fresh.config.log().level(), fresh.config.log().format());
    }
    config.become(fresh.config);
    shown = fresh.shown;
    List<String> old = facts.supported();
    facts = Premises.facts(config, started, shown.motd());
    List<String> tokens = facts.supported().stream().filter(t -> !old.contains(t)).toList();
    if (parts.isEmpty()) {
      return Future.succeededFuture();
    }
    if (!tokens.isEmpty()) {
      Reply news = new Reply.OfServer(new SupportedAre(tokens));
      parts.get().listeners.forEach(listener -> listener.tell(news));
    }
    return parts.get().auth.rank(reranked(before, config.operators())).otherwiseEmpty();
  }

  /** Of which accounts the configuration says something else. */
  private static Set<String> reranked(List<OperatorConfig> before, List<OperatorConfig> now) {
    Set<String> accounts = new LinkedHashSet<>();
    before.stream().filter(one -> !now.contains(one)).forEach(one -> accounts.add(one.account()));
    now.stream().filter(one -> !before.contains(one)).forEach(one -> accounts.add(one.account()));
    return accounts;
  }

  private static void log(String by, Rehashed answer) {
    if (answer.mistakes().isEmpty()) {
      LOG.info(
          "the configuration was read again ({}); changed and in effect: {};"
              + " changed, and needs a restart: {}",
          by,
          answer.inEffect(),
          answer.needRestart());
    } else {
      LOG.warn("the configuration stays as it is ({})", by);
      answer.mistakes().forEach(mistake -> LOG.warn("{}", mistake));
    }
  }
}
