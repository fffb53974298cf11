package conclave.dialect.plain;

import static conclave.dialect.plain.PlainReplies.line;

import conclave.command.Counts;
import conclave.command.ServerAnswer;
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
  public String statsAre(ServerAnswer.StatsAre answer) {
    if (answer.rows().isEmpty()) {
      return line("There is nothing to show.");
    }
    return answer.rows().stream()
        .map(row -> line((String.join(" ", row.words()) + " " + row.text()).strip()))
        .collect(Collectors.joining());
  }

  private static String lines(List<String> lines) {
    return lines.stream().map(text -> line(PlainText.clean(text))).collect(Collectors.joining());
  }
}
