package conclave.config;

import conclave.config.Settings.Setting;
import conclave.name.Casemapping;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What must hold between keys. A rule is passed over while one of its keys is a mistake itself. */
final class Agreement {
  private final Settings settings;

  private Agreement(Settings settings) {
    this.settings = settings;
  }

  /** Adds what does not agree to the mistakes. */
  static void check(Settings settings) {
    Agreement agreement = new Agreement(settings);
    agreement.somethingListens();
    agreement.listenersDiffer();
    agreement.proxiesHaveAnAddress();
    agreement.statusWithoutTlsStaysHere();
    agreement.needs(Schema.CERTIFICATE, Schema.PRIVATE_KEY);
    agreement.needs(Schema.PRIVATE_KEY, Schema.CERTIFICATE);
    agreement.someProtocol();
    agreement.eachOnce(Schema.PROTOCOLS, Function.identity());
    agreement.eachOnce(Schema.ROOMS, Function.identity());
    agreement.eachOnce(Schema.WEBIRC, GatewayConfig::name);
    agreement.eachOnce(Schema.OPERATORS, OperatorConfig::account);
    agreement.delaysGrow();
    agreement.roomsAreAdmitted();
    agreement.lengths(Schema.ROOMS, Function.identity(), Schema.ROOM_LENGTH);
    agreement.lengths(Schema.OPERATORS, OperatorConfig::account, Schema.NICK_LENGTH);
    ClusterAgreement.check(settings);
  }

  private void somethingListens() {
    List<Optional<Setting<List<Endpoint>>>> kinds =
        Schema.LISTENERS.stream().map(settings::find).toList();
    if (kinds.stream().allMatch(kind -> kind.isPresent() && kind.get().value().isEmpty())) {
      settings.refuse(
          kinds.get(0).orElseThrow().source().where(),
          Schema.LISTEN.path(),
          "needs an address, because server.listen-plaintext has none either");
    }
  }

  private void delaysGrow() {
    Optional<Setting<Duration>> first = settings.find(Schema.LOG_IN_DELAY);
    Optional<Setting<Duration>> longest = settings.find(Schema.LOG_IN_DELAY_MAX);
    if (first.isPresent()
        && longest.isPresent()
        && longest.get().value().compareTo(first.get().value()) < 0) {
      settings.refuse(
          longest.get().source().where(),
          Schema.LOG_IN_DELAY_MAX.path(),
          "is shorter than " + Schema.LOG_IN_DELAY.path());
    }
  }

  /** A room that may not be made would be nobody's. */
  private void roomsAreAdmitted() {
    if (settings.find(Schema.CASEMAPPING).filter(s -> s.value() == Casemapping.ASCII).isPresent()) {
      eachItem(
          Schema.ROOMS,
          (room, source) -> {
            if (Casemapping.ASCII.objection(room).isPresent()) {
              String words = Text.quoted(room) + " is not ASCII, as server.casemapping wants it";
              settings.refuse(source.where(), Schema.ROOMS.path(), words);
            }
          });
    }
  }

  private void listenersDiffer() {
    Set<Endpoint> seen = new HashSet<>();
    Schema.LISTENERS.forEach(
        key -> eachItem(key, (endpoint, source) -> listens(key, endpoint, source, seen)));
    Optional<Setting<Optional<Endpoint>>> status = settings.find(Schema.STATUS_LISTEN);
    if (status.isPresent() && status.get().value().isPresent()) {
      Value source = status.get().source();
      listens(Schema.STATUS_LISTEN, status.get().value().get(), source, seen);
    }
  }

  private void listens(Key<?> key, Endpoint endpoint, Value source, Set<Endpoint> seen) {
    if (endpoint.port() != 0 && !seen.add(endpoint)) {
      settings.refuse(source.where(), key.path(), endpoint + " is listened on twice");
    }
  }

  private void proxiesHaveAnAddress() {
    needsSome(Schema.LISTEN_PROXIED, Schema.PROXY_PROTOCOL_FROM);
    needsSome(Schema.PROXY_PROTOCOL_FROM, Schema.LISTEN_PROXIED);
    List<Key<List<Endpoint>>> kinds = Schema.LISTENERS;
    if (kinds.stream().allMatch(kind -> settings.find(kind).isPresent())) {
      eachItem(
          Schema.LISTEN_PROXIED,
          (endpoint, source) -> {
            if (kinds.stream().noneMatch(kind -> settings.get(kind).contains(endpoint))) {
              String words = endpoint + " is in none of the other lists of addresses";
              settings.refuse(source.where(), Schema.LISTEN_PROXIED.path(), words);
            }
          });
    }
  }

  /** Where one list has something, the other has too. */
  private void needsSome(Key<? extends List<?>> one, Key<? extends List<?>> other) {
    var given = settings.find(one);
    var needed = settings.find(other);
    if (given.isPresent()
        && needed.isPresent()
        && !given.get().value().isEmpty()
        && needed.get().value().isEmpty()) {
      String words = "needs " + other.path() + " beside it";
      settings.refuse(given.get().source().where(), one.path(), words);
    }
  }

  private void statusWithoutTlsStaysHere() {
    Optional<Setting<Optional<Endpoint>>> listen = settings.find(Schema.STATUS_LISTEN);
    Optional<Setting<Boolean>> tls = settings.find(Schema.STATUS_TLS);
    if (listen.isPresent()
        && tls.isPresent()
        && !tls.get().value()
        && listen.get().value().filter(endpoint -> !endpoint.isLoopback()).isPresent()) {
      settings.refuse(
          tls.get().source().where(),
          Schema.STATUS_TLS.path(),
          "can be false only if status.listen is a loopback address, such as [::1]:8697");
    }
  }

  private void needs(Key<Optional<Path>> one, Key<Optional<Path>> other) {
    Optional<Setting<Optional<Path>>> given = settings.find(one);
    Optional<Setting<Optional<Path>>> needed = settings.find(other);
    if (given.isPresent()
        && given.get().value().isPresent()
        && needed.isPresent()
        && needed.get().value().isEmpty()) {
      String words = "needs " + other.path() + " beside it";
      settings.refuse(given.get().source().where(), one.path(), words);
    }
  }

  private void someProtocol() {
    settings
        .find(Schema.PROTOCOLS)
        .filter(setting -> setting.value().isEmpty())
        .ifPresent(
            setting ->
                settings.refuse(
                    setting.source().where(), Schema.PROTOCOLS.path(), "needs one protocol"));
  }

  private <T> void eachOnce(Key<List<T>> key, Function<T, String> name) {
    Set<String> seen = new HashSet<>();
    eachItem(
        key,
        (value, source) -> {
          if (!seen.add(name.apply(value))) {
            String words = Text.quoted(name.apply(value)) + " is listed twice";
            settings.refuse(source.where(), key.path(), words);
          }
        });
  }

  private <T> void lengths(Key<List<T>> key, Function<T, String> name, Key<Integer> limit) {
    Optional<Setting<Integer>> most = settings.find(limit);
    if (most.isEmpty()) {
      return;
    }
    int bytes = most.get().value();
    eachItem(
        key,
        (value, source) -> {
          if (name.apply(value).getBytes(StandardCharsets.UTF_8).length > bytes) {
            String words = " is longer than " + limit.path() + ", which is " + bytes + " bytes";
            settings.refuse(source.where(), key.path(), Text.quoted(name.apply(value)) + words);
          }
        });
  }

  /** Goes through a list with the source of each item; a list that was a mistake has none. */
  private <T> void eachItem(Key<List<T>> key, BiConsumer<T, Value> action) {
    Optional<Setting<List<T>>> setting = settings.find(key);
    if (setting.isPresent() && setting.get().source() instanceof Value.Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        action.accept(setting.get().value().get(i), sequence.items().get(i));
      }
    }
  }
}
