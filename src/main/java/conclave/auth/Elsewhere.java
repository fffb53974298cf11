package conclave.auth;

import conclave.account.Session;
import conclave.bus.Addresses;
import conclave.bus.Others;
import conclave.bus.SessionAnswer;
import conclave.bus.SessionAnswer.Live.One;
import conclave.bus.SessionQuestion;
import conclave.bus.Unavailable;
import conclave.name.AccountName;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is logged in on other nodes, and what nodes answer to that. */
final class Elsewhere {
  /** So many numbers are looked at until one is found that this node may give. */
  private static final int LOOKS = 100_000;

  private final Others others;

  Elsewhere(Others others) {
    this.others = others;
  }

  /** Those of an account that are connected to other nodes, by connection. */
  Future<Map<String, Session>> of(AccountName account) {
    return others
        .ask(Addresses.SESSIONS, new SessionQuestion.Of(account), SessionAnswer.Live.class)
        .map(
            answers -> {
              Map<String, Session> all = new HashMap<>();
              for (SessionAnswer.Live answer : answers) {
                answer.sessions().forEach(one -> all.put(one.connection(), session(account, one)));
              }
              return all;
            });
  }

  /** How many connections each account has on other nodes, by its key. */
  Future<Map<String, Integer>> counts() {
    return others
        .ask(Addresses.SESSIONS, new SessionQuestion.Counts(), SessionAnswer.Counts.class)
        .map(
            answers -> {
              Map<String, Integer> all = new HashMap<>();
              answers.forEach(
                  answer ->
                      answer.live().forEach((key, count) -> all.merge(key, count, Integer::sum)));
              return all;
            });
  }

  /**
   * The next number of a session of an account. Each is for one node to give, so that two that open
   * one at once don't give the same.
   */
  int free(AccountName account, Set<Integer> taken) {
    for (int number = 1; number < LOOKS; number++) {
      if (!taken.contains(number) && others.isOurs(account.key() + " " + number)) {
        return number;
      }
    }
    throw new Unavailable("this node can't reach enough others to let anybody in");
  }

  /** What this node answers to another. */
  static SessionAnswer answer(SessionQuestion question, Sessions sessions) {
    if (question instanceof SessionQuestion.Of of) {
      List<One> live =
          sessions.here(of.account()).entrySet().stream()
              .map(entry -> one(entry.getKey(), entry.getValue()))
              .toList();
      return new SessionAnswer.Live(live);
    }
    return new SessionAnswer.Counts(sessions.counts());
  }

  private static One one(String connection, Session session) {
    return new One(
        connection,
        session.number(),
        session.device(),
        session.address(),
        session.client(),
        session.created(),
        session.seen(),
        session.expires());
  }

  private static Session session(AccountName account, One one) {
    return new Session(
        account,
        one.number(),
        one.device(),
        one.address(),
        one.client(),
        one.created(),
        one.seen(),
        one.expires(),
        Optional.empty());
  }
}
