package conclave.dialect.plain;

import static conclave.dialect.plain.PlainReplies.line;

import conclave.command.Counts;
import conclave.command.ServerAnswer;
import conclave.dialect.ClosingTime;
import java.util.List;
import java.util.stream.Collectors;

/** How answers about the server read. */
final class PlainServerAnswers implements ServerAnswer.Visitor<String> {
  @Override
  public String motdIs(ServerAnswer.MotdIs answer) {
    return lines(answer.lines());
  }

  @Override
  public String lusersAre(ServerAnswer.LusersAre answer) {
    Counts counts = answer.counts();
    return line(counts.users() + " users in " + counts.rooms() + " rooms.");
  }

  @Override
  public String versionIs(ServerAnswer.VersionIs answer) {
    return line("Conclave " + answer.facts().version() + " on " + answer.facts().name());
  }

  @Override
  public String timeIs(ServerAnswer.TimeIs answer) {
    return line("It is " + PlainText.day(answer.time()) + " where the server is.");
  }

  @Override
  public String adminIs(ServerAnswer.AdminIs answer) {
    return lines(answer.texts().stream().filter(text -> !text.isEmpty()).toList());
  }

  @Override
  public String infoIs(ServerAnswer.InfoIs answer) {
    return lines(answer.lines());
  }

  @Override
  public String linksAre(ServerAnswer.LinksAre answer) {
    return "";
  }

  @Override
  public String mapIs(ServerAnswer.MapIs answer) {
    return "";
  }

  @Override
  public String nodesAre(ServerAnswer.NodesAre answer) {
    String few =
        answer.isWhole() ? "" : line("This node is in touch with too few others to go on.");
    return few
        + answer.nodes().stream()
            .map(node -> line(PlainNodes.about(node, answer.isOne())))
            .collect(Collectors.joining());
  }

  /** People have no use for tokens. */
  @Override
  public String supportedAre(ServerAnswer.SupportedAre answer) {
    return "";
  }

  @Override
  public String rehashed(ServerAnswer.Rehashed answer) {
    if (!answer.mistakes().isEmpty()) {
      return line("Nothing was changed, because of a mistake in the configuration:")
          + lines(answer.mistakes());
    }
    if (answer.inEffect().isEmpty() && answer.needRestart().isEmpty()) {
      return line("The configuration was read again: nothing changed.");
    }
    return line("The configuration was read again.")
        + changed("Changed, and in effect: ", answer.inEffect())
        + changed("Changed, and needs a restart: ", answer.needRestart());
  }

  @Override
  public String draining(ServerAnswer.Draining answer) {
    return line(ClosingTime.sentence(answer.seconds()) + ".");
  }

  @Override
  public String endsSoon(ServerAnswer.EndsSoon answer) {
    return line(ClosingTime.sentence(answer.seconds()) + ".");
  }

  private static String changed(String how, List<String> keys) {
    return keys.isEmpty() ? "" : line(how + String.join(", ", keys) + ".");
  }

  @Override
  public String statsAre(ServerAnswer.StatsAre answer) {
    if (answer.rows().isEmpty()) {
      return line("There is nothing to show.");
    }
    return answer.rows().stream()
        .map(row -> line(PlainText.clean(String.join(" ", row.words()) + " " + row.text()).strip()))
        .collect(Collectors.joining());
  }

  private static String lines(List<String> lines) {
    return lines.stream().map(text -> line(PlainText.clean(text))).collect(Collectors.joining());
  }
}
