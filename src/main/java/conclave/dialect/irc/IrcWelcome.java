package conclave.dialect.irc;

import conclave.command.Counts;
import conclave.command.Reply;
import conclave.command.ServerFacts;
import conclave.command.UserMode;
import conclave.dialect.Dialect.Recipient;
import conclave.room.Mode;
import java.util.List;

/** What a server says of itself (Modern IRC §Connection Registration, §RPL_ISUPPORT). */
final class IrcWelcome {
  private static final int TOKENS_PER_LINE = 13;

  private final Recipient to;
  private final Lines lines;

  IrcWelcome(Recipient to, Lines lines) {
    this.to = to;
    this.lines = lines;
  }

  Lines render(Reply.Welcome reply) {
    ServerFacts facts = reply.facts();
    lines.numeric(
        to,
        Numeric.RPL_WELCOME,
        List.of(),
        Numeric.RPL_WELCOME.text(facts.network(), reply.nick()));
    lines.numeric(
        to,
        Numeric.RPL_YOURHOST,
        List.of(),
        Numeric.RPL_YOURHOST.text(facts.name(), facts.version()));
    lines.numeric(to, Numeric.RPL_CREATED, List.of(), Numeric.RPL_CREATED.text(facts.started()));
    String withArgument =
        Mode.letters(Mode.Kind.LIST)
            + Mode.letters(Mode.Kind.KEY)
            + Mode.letters(Mode.Kind.SETTING)
            + Mode.letters(Mode.Kind.ROLE);
    String own = UserMode.letters(List.of(UserMode.values()));
    String modes = Mode.letters(Mode.Kind.FLAG) + withArgument;
    lines.numeric(to, Numeric.RPL_MYINFO, facts.name(), facts.version(), own, modes, withArgument);
    supported(facts.supported());
    counts(reply.counts());
    return facts.motd().isEmpty()
        ? lines.numeric(to, Numeric.ERR_NOMOTD)
        : motd(facts.name(), facts.motd());
  }

  Lines supported(List<String> tokens) {
    for (int i = 0; i < tokens.size(); i += TOKENS_PER_LINE) {
      List<String> some = tokens.subList(i, Math.min(tokens.size(), i + TOKENS_PER_LINE));
      lines.numeric(to, Numeric.RPL_ISUPPORT, some, Numeric.RPL_ISUPPORT.text());
    }
    return lines;
  }

  Lines motd(String server, List<String> text) {
    lines.numeric(to, Numeric.RPL_MOTDSTART, List.of(), Numeric.RPL_MOTDSTART.text(server));
    text.forEach(line -> lines.numeric(to, Numeric.RPL_MOTD, List.of(), "- " + line));
    return lines.numeric(to, Numeric.RPL_ENDOFMOTD);
  }

  Lines counts(Counts counts) {
    List<String> none = List.of();
    int listed = counts.users() - counts.invisible();
    lines.numeric(
        to,
        Numeric.RPL_LUSERCLIENT,
        none,
        Numeric.RPL_LUSERCLIENT.text(listed, counts.invisible(), counts.nodes()));
    lines.numeric(to, Numeric.RPL_LUSEROP, Integer.toString(counts.admins()));
    lines.numeric(to, Numeric.RPL_LUSERUNKNOWN, Integer.toString(counts.unknown()));
    lines.numeric(to, Numeric.RPL_LUSERCHANNELS, Integer.toString(counts.rooms()));
    lines.numeric(
        to, Numeric.RPL_LUSERME, none, Numeric.RPL_LUSERME.text(counts.here(), counts.nodes() - 1));
    List<String> most = List.of(Integer.toString(counts.users()), Integer.toString(counts.most()));
    List<String> here =
        List.of(Integer.toString(counts.here()), Integer.toString(counts.mostHere()));
    lines.numeric(
        to,
        Numeric.RPL_LOCALUSERS,
        here,
        Numeric.RPL_LOCALUSERS.text(counts.here(), counts.mostHere()));
    return lines.numeric(
        to,
        Numeric.RPL_GLOBALUSERS,
        most,
        Numeric.RPL_GLOBALUSERS.text(counts.users(), counts.most()));
  }

  Lines version(ServerFacts facts) {
    lines.numeric(
        to, Numeric.RPL_VERSION, List.of(facts.version() + ".", facts.name()), "Conclave");
    return supported(facts.supported());
  }
}
