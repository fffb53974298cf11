package conclave.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person reads of a numeric that tells something (Modern IRC §Numerics). */
final class NumericText {
  /** With the places of the parameters that come after the reader's nick, from 1. */
  private static final Map<String, String> SENTENCES =
      Map.of(
          "301", "{1} is away: {2}",
          "311", "{1} is {2}@{3}: {5}",
          "312", "{1} is on {2}",
          "319", "{1} is in {2}",
          "324", "{1} has the modes {2}",
          "330", "{1} is logged in as {2}",
          "338", "{1} comes from {2}",
          "341", "{1} was asked into {2}");

  /** Ends of lists, and what is of interest to programs. */
  private static final Set<String> SILENT =
      Set.of("315", "318", "329", "337", "347", "349", "368", "369", "374");

  private static final String IDLE = "317";
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  private NumericText() {}

  /** The sentence; empty where there is nothing to say. */
  static Optional<String> of(IrcLine line, Instant now) {
    if (SILENT.contains(line.command())) {
      return Optional.empty();
    }
    if (line.command().equals(IDLE)) {
      return Optional.of(idle(line, now));
    }
    String sentence = SENTENCES.get(line.command());
    return Optional.of(
        sentence == null
            ? String.join(
                " ", line.params().subList(Math.min(1, line.params().size()), line.params().size()))
            : PLACE
                .matcher(sentence)
                .replaceAll(
                    place ->
                        Matcher.quoteReplacement(line.param(Integer.parseInt(place.group(1))))));
  }

  private static String idle(IrcLine line, Instant now) {
    String here =
        line.param(3).matches("[0-9]{1,11}")
            ? ", and is here for "
                + lasting(
                    Duration.between(Instant.ofEpochSecond(Long.parseLong(line.param(3))), now))
            : "";
    String silent =
        line.param(2).matches("[0-9]{1,11}")
            ? lasting(Duration.ofSeconds(Long.parseLong(line.param(2))))
            : line.param(2);
    return line.param(1) + " has been silent for " + silent + here;
  }

  private static String lasting(Duration time) {
    if (time.toDays() > 1) {
      return time.toDays() + " days";
    }
    if (time.toHours() > 1) {
      return time.toHours() + " hours";
    }
    return time.toMinutes() > 1
        ? time.toMinutes() + " minutes"
        : Math.max(0, time.toSeconds()) + " s";
  }
}
