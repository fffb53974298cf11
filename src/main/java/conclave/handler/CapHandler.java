package conclave.handler;

import conclave.command.Capabilities;
import conclave.command.Capability;
import conclave.command.Command.Cap;
import conclave.command.LineLimits;
import conclave.command.Reply;
import conclave.config.AccountsConfig;
import conclave.config.Config;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * CAP: LS, LIST, REQ, END (IRCv3 capability negotiation). What is offered does not change while the
 * server runs, so that nobody is ever sent NEW or DEL.
 */
final class CapHandler implements CommandHandler<Cap> {
  private final Config config;
  private final Admission admission;
  private final Mechanisms mechanisms;

  CapHandler(Config config, Admission admission, Mechanisms mechanisms) {
    this.config = config;
    this.admission = admission;
    this.mechanisms = mechanisms;
  }

  @Override
  public Future<Void> handle(Cap cap, Caller caller) {
    return switch (cap.subcommand().toUpperCase(Locale.ROOT)) {
      case "LS" -> list(cap, caller);
      case "LIST" ->
          caller.answer(answer("LIST", caller.registration().capabilities().words(), caller));
      case "REQ" -> request(cap, caller);
      case "END" -> end(caller);
      default -> caller.refuse(Reason.BAD_CAP_SUBCOMMAND, cap.subcommand());
    };
  }

  private Future<Void> list(Cap cap, Caller caller) {
    Registration said = caller.registration();
    open(caller);
    if (cap.arguments().stream()
        .findFirst()
        .filter(version -> version.matches("30[2-9]|3[1-9]\\d"))
        .isPresent()) {
      said.know302();
      said.capabilities(said.capabilities().with(Set.of(Capability.CAP_NOTIFY)));
    }
    List<String> words =
        Arrays.stream(Capability.values())
            .filter(capability -> isOffered(capability) || tellsOfSts(capability, caller))
            .map(capability -> said.has302() ? withValue(capability, caller) : capability.text())
            .toList();
    return caller.answer(answer("LS", words, caller));
  }

  private String withValue(Capability capability, Caller caller) {
    return switch (capability) {
      case SASL -> capability.text() + "=" + String.join(",", mechanisms.names(caller));
      case ACCOUNT_REGISTRATION -> capability.text() + "=before-connect,custom-account-name";
      case MULTILINE ->
          capability.text()
              + ("=max-bytes=" + LineLimits.MULTILINE_BYTES)
              + (",max-lines=" + LineLimits.MULTILINE_LINES);
      case METADATA ->
          capability.text()
              + ("=max-subs=" + Subscriptions.MAX)
              + (",max-keys=" + MetadataStore.MAX)
              + (",max-value-bytes=" + Metadata.MAX_VALUE);
      case STS -> capability.text() + "=" + sts(caller);
      default -> capability.text();
    };
  }

  /** A policy is told to clients that can read its value (IRCv3 sts). */
  private boolean tellsOfSts(Capability capability, Caller caller) {
    return capability == Capability.STS
        && caller.registration().has302()
        && config.tls().stsDuration().isPresent()
        && (caller.isSecure() || !config.server().listen().isEmpty());
  }

  private String sts(Caller caller) {
    return caller.isSecure()
        ? "duration=" + config.tls().stsDuration().orElseThrow().toSeconds()
        : "port=" + config.server().listen().get(0).port();
  }

  /** Can it be asked for? */
  private boolean isOffered(Capability capability) {
    return switch (capability) {
      case ACCOUNT_REGISTRATION ->
          config.accounts().registration() != AccountsConfig.Registration.CLOSED;
      case STS -> false;
      default -> true;
    };
  }

  private Future<Void> request(Cap cap, Caller caller) {
    open(caller);
    List<String> words =
        cap.arguments().stream()
            .flatMap(text -> Arrays.stream(text.split(" ")))
            .filter(word -> !word.isEmpty())
            .toList();
    Set<Capability> on = new HashSet<>();
    Set<Capability> off = new HashSet<>();
    for (String word : words) {
      boolean isOff = word.startsWith("-");
      Optional<Capability> capability =
          Capability.of(isOff ? word.substring(1) : word).filter(this::isOffered);
      if (capability.isEmpty()) {
        return caller.answer(answer("NAK", words, caller));
      }
      (isOff ? off : on).add(capability.get());
    }
    if (caller.registration().has302() && off.contains(Capability.CAP_NOTIFY)) {
      return caller.answer(answer("NAK", words, caller));
    }
    Capabilities before = caller.registration().capabilities();
    Capabilities changed = before.with(on).without(off);
    caller.registration().capabilities(changed);
    if (!Subscriptions.isTold(changed)) {
      caller.registration().subscriptions().clear();
    }
    caller.reply(answer("ACK", words, caller));
    if (caller.phase() == Caller.Phase.READY && !Subscriptions.isTold(before)) {
      admission.tellOwn(caller);
    }
    return Future.succeededFuture();
  }

  private Future<Void> end(Caller caller) {
    if (caller.registration().sasl().mechanism().isPresent()) {
      caller.registration().sasl().close();
      caller.refuse(Reason.SASL_ABORTED);
    }
    caller.registration().negotiating(false);
    return admission.admit(caller);
  }

  private static void open(Caller caller) {
    if (caller.phase() == Caller.Phase.REGISTERING) {
      caller.registration().negotiating(true);
    }
  }

  private static Reply answer(String subcommand, List<String> words, Caller caller) {
    return new Reply.CapAnswer(subcommand, words, caller.registration().has302());
  }
}
