package conclave.handler;

import conclave.command.Counts;
import conclave.command.NodeFacts;
import conclave.command.Reply;
import conclave.command.ServerAnswer;
import conclave.command.ServerFacts;
import conclave.command.ServerQuestion;
import conclave.config.Config;
import conclave.room.Reason;
import conclave.room.Refusal;
import java.util.List;
import java.util.function.Supplier;

/** What this node says of itself, whoever asks (Modern IRC §Server Queries). Any thread. */
public final class AboutHere {
  private final Config config;
  private final Supplier<ServerFacts> current;
  private final Users users;
  private final Stats stats;
  private final long started = System.currentTimeMillis();

  AboutHere(Config config, Supplier<ServerFacts> current, Users users, Stats stats) {
    this.config = config;
    this.current = current;
    this.users = users;
    this.stats = stats;
  }

  /** The answer, or why there is none. */
  public Reply answer(ServerQuestion question) {
    ServerFacts facts = current.get().as(question.server());
    return switch (question.about()) {
      case MOTD ->
          facts.motd().isEmpty()
              ? new Reply.Refused(Refusal.of(Reason.NO_MOTD))
              : told(new ServerAnswer.MotdIs(facts.name(), facts.motd()));
      case VERSION -> told(new ServerAnswer.VersionIs(facts));
      case TIME -> told(new ServerAnswer.TimeIs(facts.name(), System.currentTimeMillis()));
      case INFO -> told(new ServerAnswer.InfoIs(what(facts)));
      case ADMIN -> admin(facts);
      case STATS -> told(stats.of(question.query()));
      case NODE -> told(new ServerAnswer.MapIs(List.of(node(facts))));
    };
  }

  private static Reply told(ServerAnswer answer) {
    return new Reply.OfServer(answer);
  }

  private static List<String> what(ServerFacts facts) {
    return List.of(
        facts.version() + ", a chat server that keeps every message before anybody sees it",
        "It speaks IRC to programs and plain words to people, over TLS",
        "On line since " + facts.started());
  }

  private Reply admin(ServerFacts facts) {
    List<String> texts = config.server().admin();
    return texts.stream().allMatch(String::isEmpty)
        ? new Reply.Refused(Refusal.of(Reason.NO_ADMIN_NAMED, facts.name()))
        : told(new ServerAnswer.AdminIs(facts.name(), texts));
  }

  private NodeFacts node(ServerFacts facts) {
    Counts counts = users.counts();
    return new NodeFacts(
        facts.name(),
        true,
        started,
        counts.here(),
        List.of(),
        0,
        counts.connections(),
        facts.version());
  }
}
