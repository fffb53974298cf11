package conclave.handler;

import conclave.command.UserMode;
import conclave.config.Config;
import conclave.config.LimitsConfig;
import conclave.name.Mask;
import conclave.room.Mode;
import conclave.room.ModeLine;
import conclave.room.Role;
import conclave.room.RoomFilter;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tokens of 005, from what is enforced (Modern IRC §RPL_ISUPPORT Parameters). */
public final class Isupport {
  private Isupport() {}

  public static List<String> of(Config config) {
    LimitsConfig limits = config.limits();
    String lists = Mode.letters(Mode.Kind.LIST);
    String flags = Mode.letters(Mode.Kind.FLAG);
    return List.of(
        "ACCOUNTEXTBAN=" + Mask.EXTENDED.charAt(0),
        "AWAYLEN=" + AwayHandler.MAX_BYTES,
        "BOT=" + UserMode.BOT.letter(),
        "CASEMAPPING=" + config.server().casemapping().token(),
        "CHANLIMIT=#:" + config.rooms().maxPerUser(),
        "CHANMODES="
            + String.join(",", lists, letter(Mode.KEY), Mode.letters(Mode.Kind.SETTING), flags),
        "CHANNELLEN=" + limits.roomLength(),
        "CHANTYPES=#",
        "CHATHISTORY=" + config.history().pageSize(),
        "CLIENTTAGDENY=",
        "ELIST=" + RoomFilter.TOKENS,
        "EXCEPTS=" + letter(Mode.EXCEPTION),
        "EXTBAN=~," + Mask.EXTENDED,
        "INVEX=" + letter(Mode.INVITATION),
        "KICKLEN=" + limits.kickLength(),
        "MAXLIST=" + lists + ":" + limits.listEntries(),
        "MODES=" + ModeLine.MAX_CHANGES,
        "MONITOR=" + limits.monitor(),
        "MSGREFTYPES=msgid,timestamp",
        "NAMELEN=" + UserHandler.MAX_REALNAME,
        "NETWORK=" + config.server().network().replace(" ", "\\x20"),
        "NICKLEN=" + limits.nickLength(),
        "PREFIX=(" + roles(Role::mode) + ")" + roles(Role::prefix),
        "STATUSMSG=" + roles(Role::prefix),
        "TARGMAX=" + targets(),
        "TOPICLEN=" + limits.topicLength(),
        "UTF8ONLY",
        "WHOX");
  }

  private static String targets() {
    String said =
        Stream.of("PRIVMSG", "NOTICE", "TAGMSG")
            .map(verb -> verb + ":" + SayHandler.MAX_TARGETS + ",")
            .collect(Collectors.joining());
    return said + "JOIN:,PART:,NAMES:,KICK:,MONITOR:,WHOIS:" + WhoisHandler.MAX_TARGETS;
  }

  private static String letter(Mode mode) {
    return String.valueOf(mode.letter());
  }

  private static String roles(Function<Role, Character> sign) {
    return Arrays.stream(Role.values())
        .map(role -> String.valueOf(sign.apply(role)))
        .collect(Collectors.joining());
  }
}
