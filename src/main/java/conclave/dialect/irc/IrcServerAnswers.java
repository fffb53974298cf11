package conclave.dialect.irc;

import conclave.command.NodeFacts;
import conclave.command.ServerAnswer;
import conclave.command.ServerAnswer.StatsRow;
import conclave.dialect.ClosingTime;
import conclave.dialect.Dialect.Recipient;
import conclave.name.CaseFold;
import conclave.name.Mask;
import conclave.name.Utf8;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** How IRC tells of the server. */
final class IrcServerAnswers implements ServerAnswer.Visitor<Lines> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE MMM d uuuu -- HH:mm:ss +00:00", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final List<Numeric> ADMIN =
      List.of(Numeric.RPL_ADMINLOC1, Numeric.RPL_ADMINLOC2, Numeric.RPL_ADMINEMAIL);

  private static final String REHASH = "REHASH";

  private final Recipient to;
  private final Lines lines;

  IrcServerAnswers(Recipient to, Lines lines) {
    this.to = to;
    this.lines = lines;
  }

  @Override
  public Lines motdIs(ServerAnswer.MotdIs answer) {
    return new IrcWelcome(to, lines).motd(answer.server(), answer.lines());
  }

  @Override
  public Lines lusersAre(ServerAnswer.LusersAre answer) {
    return new IrcWelcome(to, lines).counts(answer.counts());
  }

  @Override
  public Lines versionIs(ServerAnswer.VersionIs answer) {
    return new IrcWelcome(to, lines).version(answer.facts());
  }

  @Override
  public Lines timeIs(ServerAnswer.TimeIs answer) {
    String text = TIME.format(Instant.ofEpochMilli(answer.time()));
    return lines.numeric(to, Numeric.RPL_TIME, List.of(answer.server()), text);
  }

  @Override
  public Lines adminIs(ServerAnswer.AdminIs answer) {
    lines.numeric(to, Numeric.RPL_ADMINME, answer.server());
    Iterator<String> texts = answer.texts().iterator();
    for (Numeric numeric : ADMIN) {
      lines.always(to, numeric, List.of(), texts.next());
    }
    return lines;
  }

  @Override
  public Lines infoIs(ServerAnswer.InfoIs answer) {
    answer.lines().forEach(line -> lines.numeric(to, Numeric.RPL_INFO, List.of(), line));
    return lines.numeric(to, Numeric.RPL_ENDOFINFO);
  }

  @Override
  public Lines linksAre(ServerAnswer.LinksAre answer) {
    String mask = CaseFold.fold(answer.mask());
    String here = answer.servers().get(0);
    for (String server : answer.servers()) {
      if (Mask.matches(mask, CaseFold.fold(server))) {
        String hops = server.equals(here) ? "0 " : "1 ";
        lines.numeric(to, Numeric.RPL_LINKS, List.of(server, here), hops + answer.network());
      }
    }
    return lines.numeric(to, Numeric.RPL_ENDOFLINKS, Utf8.firstWord(answer.mask()));
  }

  @Override
  public Lines mapIs(ServerAnswer.MapIs answer) {
    for (NodeFacts node : answer.nodes()) {
      String branch = node.isHere() ? "" : "- ";
      String users = node.isSilent() ? "" : " [" + node.users() + " users]";
      lines.numeric(to, Numeric.RPL_MAP, List.of(), branch + node.name() + users);
    }
    return lines.numeric(to, Numeric.RPL_MAPEND);
  }

  /** A client has no word with which it could ask. */
  @Override
  public Lines nodesAre(ServerAnswer.NodesAre answer) {
    return lines;
  }

  @Override
  public Lines supportedAre(ServerAnswer.SupportedAre answer) {
    return new IrcWelcome(to, lines).supported(answer.tokens());
  }

  /** What a program needs is in the codes, what a person reads in the sentences. */
  @Override
  public Lines rehashed(ServerAnswer.Rehashed answer) {
    lines.numeric(to, Numeric.RPL_REHASHING, answer.file().replace(' ', '_'));
    if (!answer.mistakes().isEmpty()) {
      answer.mistakes().forEach(one -> lines.fail(to, REHASH + " MISTAKE", List.of(), one));
      return lines.fail(to, REHASH + " KEPT", List.of(), "Nothing was changed");
    }
    changed("CHANGED", answer.inEffect(), "changed, and in effect");
    changed("RESTART", answer.needRestart(), "changed, and needs a restart");
    boolean isSame = answer.inEffect().isEmpty() && answer.needRestart().isEmpty();
    String done = isSame ? "nothing changed" : "done";
    return lines.from(to, "NOTE " + REHASH + " DONE :The configuration was read again: " + done);
  }

  @Override
  public Lines draining(ServerAnswer.Draining answer) {
    String when = answer.process() + " " + answer.seconds();
    return lines.from(
        to, "NOTE DRAIN BEGUN " + when + " :" + ClosingTime.sentence(answer.seconds()));
  }

  @Override
  public Lines endsSoon(ServerAnswer.EndsSoon answer) {
    return lines.from(to, "NOTICE " + to.nick() + " :" + ClosingTime.sentence(answer.seconds()));
  }

  private void changed(String code, List<String> keys, String how) {
    keys.forEach(
        key -> lines.from(to, "NOTE " + REHASH + " " + code + " " + key + " :" + key + ": " + how));
  }

  @Override
  public Lines statsAre(ServerAnswer.StatsAre answer) {
    for (StatsRow row : answer.rows()) {
      lines.numeric(to, IrcStats.numeric(row.kind()), row.words(), row.text());
    }
    return lines.numeric(to, Numeric.RPL_ENDOFSTATS, Utf8.firstWord(answer.query()));
  }
}
