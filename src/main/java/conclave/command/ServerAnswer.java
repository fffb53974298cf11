package conclave.command;

import java.util.List;

/** What one caller is answered about the server. */
public sealed interface ServerAnswer {
  <R> R accept(Visitor<R> visitor);

  /**
   * One row of STATS.
   *
   * @param kind the letter of the query that it answers
   */
  record StatsRow(String kind, List<String> words, String text) {}

  /** The message of the day. */
  record MotdIs(String server, List<String> lines) implements ServerAnswer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.motdIs(this);
    }
  }

  /** How many there are. */
  record LusersAre(Counts counts) implements ServerAnswer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.lusersAre(this);
    }
  }

  /** Which server this is. */
  record VersionIs(ServerFacts facts) implements ServerAnswer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.versionIs(this);
    }
  }

  /** What time it is on a server. */
  record TimeIs(String server, long time) implements ServerAnswer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.timeIs(this);
    }
  }

  /** Who runs a server: where, for whom, how to reach; each may be empty. */
  record AdminIs(String server, List<String> texts) implements ServerAnswer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.adminIs(this);
    }
  }

  /** What this server is made of. */
  record InfoIs(List<String> lines) implements ServerAnswer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.infoIs(this);
    }
  }

  /** The servers of the network that the caller may know of, the one that was asked first. */
  record LinksAre(String mask, String network, List<String> servers) implements ServerAnswer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.linksAre(this);
    }
  }

  /** The same with who is on them, for a map of the network. */
  record MapIs(List<NodeFacts> nodes) implements ServerAnswer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.mapIs(this);
    }
  }

  /**
   * What each node does.
   *
   * @param isWhole is the node that was asked in touch with enough others to go on?
   * @param isOne was one of them asked for, of which all is shown?
   */
  record NodesAre(List<NodeFacts> nodes, boolean isWhole, boolean isOne) implements ServerAnswer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.nodesAre(this);
    }
  }

  /** Figures of the server: one row a line, as the dialects show them. */
  record StatsAre(String query, List<StatsRow> rows) implements ServerAnswer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.statsAre(this);
    }
  }

  /** The tokens of 005 that have other values than the caller was told. */
  record SupportedAre(List<String> tokens) implements ServerAnswer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.supportedAre(this);
    }
  }

  /**
   * What came of reading the configuration again.
   *
   * @param file that it was read from
   * @param inEffect the keys that changed, and hold now
   * @param needRestart the keys that changed, and hold after a restart
   * @param mistakes if there are any, all is as it was before
   */
  record Rehashed(
      String file, List<String> inEffect, List<String> needRestart, List<String> mistakes)
      implements ServerAnswer {
    public Rehashed {
      inEffect = List.copyOf(inEffect);
      needRestart = List.copyOf(needRestart);
      mistakes = List.copyOf(mistakes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rehashed(this);
    }
  }

  /**
   * The server is about to end.
   *
   * @param process its number on its machine
   * @param seconds what who is here has until then
   */
  record Draining(long process, int seconds) implements ServerAnswer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.draining(this);
    }
  }

  /** What everybody is told of that beforehand. */
  record EndsSoon(int seconds) implements ServerAnswer {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.endsSoon(this);
    }
  }

  /** One case for each kind: a forgotten one does not compile. */
  interface Visitor<R> {
    R motdIs(MotdIs answer);

    R lusersAre(LusersAre answer);

    R versionIs(VersionIs answer);

    R timeIs(TimeIs answer);

    R adminIs(AdminIs answer);

    R infoIs(InfoIs answer);

    R linksAre(LinksAre answer);

    R mapIs(MapIs answer);

    R nodesAre(NodesAre answer);

    R statsAre(StatsAre answer);

    R supportedAre(SupportedAre answer);

    R rehashed(Rehashed answer);

    R draining(Draining answer);

    R endsSoon(EndsSoon answer);
  }
}
