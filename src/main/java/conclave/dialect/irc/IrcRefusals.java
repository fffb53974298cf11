package conclave.dialect.irc;

import conclave.dialect.Dialect.Recipient;
import conclave.name.Utf8;
import conclave.room.Refusal;
import java.util.List;

/**
 * Which numeric says which no (Modern IRC §Numerics; IRCv3 standard-replies where IRC has none).
 */
final class IrcRefusals {
  private IrcRefusals() {}

  @SuppressWarnings("checkstyle:MethodLength") // a table
  static Lines render(Refusal refusal, Recipient to, Lines lines) {
    List<String> about = refusal.about().stream().map(Utf8::firstWord).toList();
    return switch (refusal.reason()) {
      case NO_SUCH_ROOM, BAD_ROOM_NAME -> numeric(Numeric.ERR_NOSUCHCHANNEL, about, to, lines);
      case ROOM_NOT_ASCII, NICK_NOT_ASCII, ACCOUNT_NOT_ASCII ->
          name(refusal, "Names are ASCII here", about, to, lines);
      case ROOM_MIXES_SCRIPTS, NICK_MIXES_SCRIPTS, ACCOUNT_MIXES_SCRIPTS ->
          name(refusal, "A name has letters of one script", about, to, lines);
      case MAY_NOT_FOUND ->
          lines.numeric(
              to,
              Numeric.ERR_NOSUCHCHANNEL,
              about,
              "There is no such channel, and you may not create it");
      case NOT_IN_ROOM -> numeric(Numeric.ERR_NOTONCHANNEL, about, to, lines);
      case TARGET_NOT_IN_ROOM -> numeric(Numeric.ERR_USERNOTINCHANNEL, about, to, lines);
      case TARGET_ALREADY_IN_ROOM -> numeric(Numeric.ERR_USERONCHANNEL, about, to, lines);
      case CANNOT_SAY -> numeric(Numeric.ERR_CANNOTSENDTOCHAN, about, to, lines);
      case ROOM_IS_FULL -> numeric(Numeric.ERR_CHANNELISFULL, about, to, lines);
      case INVITE_ONLY -> numeric(Numeric.ERR_INVITEONLYCHAN, about, to, lines);
      case BANNED -> numeric(Numeric.ERR_BANNEDFROMCHAN, about, to, lines);
      case WRONG_KEY -> numeric(Numeric.ERR_BADCHANNELKEY, about, to, lines);
      case INVALID_KEY -> numeric(Numeric.ERR_INVALIDKEY, about, to, lines);
      case NEEDS_OPERATOR -> numeric(Numeric.ERR_CHANOPRIVSNEEDED, about, to, lines);
      case NEEDS_FOUNDER ->
          lines.numeric(
              to, Numeric.ERR_CHANOPRIVSNEEDED, about, "Only the channel's founder may do that");
      case TOO_MANY_ROOMS -> numeric(Numeric.ERR_TOOMANYCHANNELS, about, to, lines);
      case UNKNOWN_MODE -> numeric(Numeric.ERR_UNKNOWNMODE, about, to, lines);
      case LIST_IS_FULL -> numeric(Numeric.ERR_BANLISTFULL, about, to, lines);
      case NO_CURRENT_ROOM ->
          lines.numeric(to, Numeric.ERR_NEEDMOREPARAMS, List.of("PART"), needed("PART"));
      case NO_SUCH_NICK -> numeric(Numeric.ERR_NOSUCHNICK, about, to, lines);
      case BAD_NICK -> numeric(Numeric.ERR_ERRONEUSNICKNAME, about, to, lines);
      case NICK_IN_USE -> numeric(Numeric.ERR_NICKNAMEINUSE, about, to, lines);
      case NICK_IS_RESERVED ->
          lines.numeric(
              to,
              Numeric.ERR_NICKNAMEINUSE,
              about,
              "Nickname belongs to an account; log in to use it");
      case NICK_IS_ACCOUNT ->
          lines.numeric(
              to, Numeric.ERR_ERRONEUSNICKNAME, about, "Your nickname is your account's name here");
      case NICK_IS_SERVICE ->
          lines.numeric(
              to, Numeric.ERR_ERRONEUSNICKNAME, about, "That is a name of the server's own");
      case NO_NICK_GIVEN -> numeric(Numeric.ERR_NONICKNAMEGIVEN, about, to, lines);
      case BAD_MESSAGE_ID ->
          fail(
              "* INVALID_MESSAGE_ID",
              "The id of a message has 1 to 64 characters of ASCII, and no spaces",
              to,
              lines);
      case SAID_AND_GONE ->
          fail("* MESSAGE_GONE", "That was said before, and is not kept any more", to, lines);
      case CANNOT_TAKE_BACK, CANNOT_TAKE_BACK_FROM, TOO_LATE_TO_TAKE_BACK, NO_SUCH_MESSAGE ->
          IrcRedaction.refused(refusal.reason(), about, to, lines);
      case NO_METADATA_TARGET,
          BAD_METADATA_KEY,
          BAD_METADATA_VALUE,
          NO_METADATA_SUBCOMMAND,
          METADATA_FORBIDDEN,
          METADATA_NOT_SET,
          METADATA_FULL,
          METADATA_SUBSCRIPTIONS_FULL,
          METADATA_TOO_OFTEN ->
          IrcMetadata.refused(refusal.reason(), about, to, lines);
      case EXCERPT_LACKS_PARAMETERS,
          BAD_EXCERPT,
          BAD_EXCERPT_MARK,
          NO_EXCERPT_OF,
          EXCERPT_UNAVAILABLE ->
          IrcChatHistory.refused(refusal.reason(), about, to, lines);
      case BAD_SEARCH, NOT_TO_BE_SEARCHED, SEARCH_UNAVAILABLE ->
          IrcSearch.refused(refusal.reason(), about, to, lines);
      case LOG_CHECK_UNAVAILABLE -> IrcVerify.refused(about, to, lines);
      case MARK_NEEDS_TARGET, BAD_MARK, MARKS_NEED_ACCOUNT, MARKS_UNAVAILABLE ->
          IrcReadMarker.refused(refusal.reason(), about, to, lines);
      case ROOM_NAME_IN_USE, CANNOT_RENAME_ROOM ->
          IrcRename.refused(refusal.reason(), about, to, lines);
      case BAD_REALNAME -> fail("SETNAME INVALID_REALNAME", "That can't be a real name", to, lines);
      case OTHER_USERS_MODES -> numeric(Numeric.ERR_USERSDONTMATCH, List.of(), to, lines);
      case UNKNOWN_USER_MODE -> numeric(Numeric.ERR_UMODEUNKNOWNFLAG, List.of(), to, lines);
      case NEVER_WAS -> numeric(Numeric.ERR_WASNOSUCHNICK, about, to, lines);
      case TELLS_NEED_ACCOUNT -> numeric(Numeric.ERR_NONONREG, about, to, lines);
      case CANNOT_KILL_SERVER -> numeric(Numeric.ERR_CANTKILLSERVER, List.of(), to, lines);
      case BANNED_FROM_SERVER -> numeric(Numeric.ERR_YOUREBANNEDCREEP, List.of(), to, lines);
      case BAD_SERVER_BAN -> fail("* INVALID_MASK", "That covers everybody, or nobody", to, lines);
      case NO_SUCH_SERVER_BAN -> fail("* NO_SUCH_BAN", "There is no such ban", to, lines);
      case SERVER_BANS_FULL ->
          fail("* BAN_LIST_FULL", "There are as many bans as there may be", to, lines);
      case BAD_DRAIN ->
          fail("DRAIN INVALID_PARAMS", "In how many seconds? A number from 0 to 3600", to, lines);
      default -> aboutModes(refusal, to, lines);
    };
  }

  private static Lines name(
      Refusal refusal, String why, List<String> about, Recipient to, Lines lines) {
    return switch (refusal.reason()) {
      case ROOM_NOT_ASCII, ROOM_MIXES_SCRIPTS ->
          lines.numeric(to, Numeric.ERR_NOSUCHCHANNEL, about, why);
      case NICK_NOT_ASCII, NICK_MIXES_SCRIPTS ->
          lines.numeric(to, Numeric.ERR_ERRONEUSNICKNAME, about, why);
      default -> lines.fail(to, "* BAD_ACCOUNT_NAME", about, why);
    };
  }

  private static Lines aboutModes(Refusal refusal, Recipient to, Lines lines) {
    List<String> about = refusal.about().stream().map(Utf8::firstWord).toList();
    return switch (refusal.reason()) {
      case FORWARDED -> numeric(Numeric.ERR_LINKCHANNEL, about, to, lines);
      case ACCOUNTS_ONLY -> numeric(Numeric.ERR_NEEDREGGEDNICK, about, to, lines);
      case ACCOUNTS_SPEAK_ONLY -> cannotSend("M", about, to, lines);
      case NO_CTCP_HERE -> cannotSend("C", about, to, lines);
      case NO_NOTICES_HERE -> cannotSend("T", about, to, lines);
      case MODE_LACKS_PARAMETER ->
          lines.numeric(to, Numeric.ERR_INVALIDMODEPARAM, about, "This mode needs a parameter");
      case BAD_MODE_PARAMETER -> numeric(Numeric.ERR_INVALIDMODEPARAM, about, to, lines);
      default -> aboutLinesAndIdentity(refusal, to, lines);
    };
  }

  private static Lines cannotSend(String mode, List<String> about, Recipient to, Lines lines) {
    String text = Numeric.ERR_CANNOTSENDTOCHAN.text() + " (+" + mode + ")";
    return lines.numeric(to, Numeric.ERR_CANNOTSENDTOCHAN, about, text);
  }

  @SuppressWarnings("checkstyle:MethodLength") // a table
  private static Lines aboutLinesAndIdentity(Refusal refusal, Recipient to, Lines lines) {
    List<String> about = refusal.about().stream().map(Utf8::firstWord).toList();
    return switch (refusal.reason()) {
      case UNKNOWN_COMMAND -> numeric(Numeric.ERR_UNKNOWNCOMMAND, about, to, lines);
      case NEED_MORE_PARAMETERS ->
          lines.numeric(to, Numeric.ERR_NEEDMOREPARAMS, about, needed(first(about)));
      case NO_RECIPIENT ->
          lines.numeric(
              to, Numeric.ERR_NORECIPIENT, List.of(), Numeric.ERR_NORECIPIENT.text(first(about)));
      case NO_TEXT -> numeric(Numeric.ERR_NOTEXTTOSEND, List.of(), to, lines);
      case TOO_MANY_TARGETS -> numeric(Numeric.ERR_TOOMANYTARGETS, about, to, lines);
      case LINE_TOO_LONG -> numeric(Numeric.ERR_INPUTTOOLONG, List.of(), to, lines);
      case NOT_UTF8 ->
          fail(
              first(about) + " INVALID_UTF8", "Message rejected: it is not valid UTF-8", to, lines);
      case NO_SUCH_SERVER -> numeric(Numeric.ERR_NOSUCHSERVER, about, to, lines);
      case NO_MOTD -> numeric(Numeric.ERR_NOMOTD, List.of(), to, lines);
      case NO_SUCH_HELP -> numeric(Numeric.ERR_HELPNOTFOUND, about, to, lines);
      case BATCH_INVALID -> batch("INVALID", about, "That is no batch", to, lines);
      case BATCH_TARGET -> batch("INVALID_TARGET", about, "A batch has one target", to, lines);
      case BATCH_TOO_LONG -> batch("MAX_BYTES", about, "That is too long", to, lines);
      case BATCH_HAS_TOO_MANY_LINES ->
          batch("MAX_LINES", about, "Those are too many lines", to, lines);
      case NO_ORIGIN -> numeric(Numeric.ERR_NOORIGIN, List.of(), to, lines);
      case NO_ADMIN_NAMED -> numeric(Numeric.ERR_NOADMININFO, about, to, lines);
      case TOO_MANY_MATCHES -> numeric(Numeric.ERR_TOOMANYMATCHES, about, to, lines);
      case SUMMON_IS_OFF -> numeric(Numeric.ERR_SUMMONDISABLED, List.of(), to, lines);
      case USERS_IS_OFF -> numeric(Numeric.ERR_USERSDISABLED, List.of(), to, lines);
      case BAD_CAP_SUBCOMMAND -> numeric(Numeric.ERR_INVALIDCAPCMD, about, to, lines);
      case NOT_REGISTERED -> numeric(Numeric.ERR_NOTREGISTERED, List.of(), to, lines);
      case ALREADY_REGISTERED -> numeric(Numeric.ERR_ALREADYREGISTERED, List.of(), to, lines);
      case LOG_IN_FIRST ->
          fail(
              "* ACCOUNT_REQUIRED",
              "You need an account here: log in with SASL, PASS name:password or /msg NickServ"
                  + " IDENTIFY name password",
              to,
              lines);
      case ALREADY_LOGGED_IN, SASL_ALREADY ->
          numeric(Numeric.ERR_SASLALREADY, List.of(), to, lines);
      case WRONG_PASSWORD -> numeric(Numeric.ERR_PASSWDMISMATCH, List.of(), to, lines);
      case SASL_FAILED, SASL_MECHANISM -> numeric(Numeric.ERR_SASLFAIL, List.of(), to, lines);
      case SASL_TOO_LONG -> numeric(Numeric.ERR_SASLTOOLONG, List.of(), to, lines);
      case SASL_ABORTED -> numeric(Numeric.ERR_SASLABORTED, List.of(), to, lines);
      case BAD_ACCOUNT_NAME ->
          fail("REGISTER BAD_ACCOUNT_NAME", "That can't be an account's name", to, lines);
      case ACCOUNT_EXISTS ->
          fail("REGISTER ACCOUNT_EXISTS", "There is an account with that name already", to, lines);
      case ACCOUNT_LOOKS_ALIKE ->
          fail(
              "REGISTER ACCOUNT_EXISTS",
              "That name looks too much like somebody else's",
              to,
              lines);
      case BAD_PASSWORD ->
          fail("REGISTER UNACCEPTABLE_PASSWORD", "A password has 8 to 300 characters", to, lines);
      case REGISTRATION_CLOSED ->
          fail("REGISTER DISALLOWED", "Nobody can register here", to, lines);
      case SERVER_PASSWORD_FIRST ->
          fail("REGISTER DISALLOWED", "This server has a password: PASS comes first", to, lines);
      case NEEDS_INVITATION, BAD_INVITATION ->
          fail(
              "REGISTER INVALID_CODE",
              "Registering here needs an invitation that is still good",
              to,
              lines);
      case NEEDS_ADMIN -> numeric(Numeric.ERR_NOPRIVILEGES, List.of(), to, lines);
      case NOT_LOGGED_IN -> fail("* ACCOUNT_REQUIRED", "Log in first", to, lines);
      case TRY_LATER ->
          fail(
              (refusal.about().size() > 1 ? about.get(1) : "*") + " RATE_LIMITED " + first(about),
              "Too many log-ins have failed; try again in " + first(about) + " seconds",
              to,
              lines);
      case SASL_LOCKED ->
          lines.numeric(to, Numeric.ERR_NICKLOCKED, List.of(), "The account is disabled");
      case ACCOUNT_DISABLED -> fail("* ACCOUNT_DISABLED", "The account is disabled", to, lines);
      case NOT_AN_OPERATOR -> numeric(Numeric.ERR_NOOPERHOST, List.of(), to, lines);
      case NO_SUCH_ACCOUNT -> fail("* NO_SUCH_ACCOUNT", "There is no such account", to, lines);
      case NO_SUCH_SESSION -> fail("* NO_SUCH_SESSION", "There is no such session", to, lines);
      case TOO_MANY_SESSIONS ->
          fail("* TOO_MANY_SESSIONS", "The account has too many sessions; end one", to, lines);
      case BAD_DEVICE ->
          fail("* BAD_DEVICE", "A device has 1 to 32 letters, digits, . _ and -", to, lines);
      case NO_CERTIFICATE ->
          fail("* NO_CERTIFICATE", "You have shown no client certificate", to, lines);
      case NO_SUCH_CERTIFICATE ->
          fail("* NO_SUCH_CERTIFICATE", "The account has no such certificate", to, lines);
      case CERTIFICATE_TAKEN ->
          fail("* CERTIFICATE_TAKEN", "That certificate logs somebody in already", to, lines);
      case TOO_MANY_CERTIFICATES ->
          fail("* TOO_MANY_CERTIFICATES", "Remove a certificate first", to, lines);
      case LAST_ADMIN ->
          fail("* LAST_ADMIN", "Nobody would be left who can administer accounts", to, lines);
      case BUSY ->
          fail("* TEMPORARILY_UNAVAILABLE", "The server is busy; try again in a moment", to, lines);
      case UNAVAILABLE ->
          fail("* TEMPORARILY_UNAVAILABLE", "That can't be done right now; try again", to, lines);
      case NO_ANSWER ->
          fail("* NO_ANSWER", "It is not known whether that was done; look first", to, lines);
      default -> throw new IllegalStateException("no numeric for " + refusal.reason());
    };
  }

  /** With what the verb needs, where it is one. */
  private static String needed(String verb) {
    String text = Numeric.ERR_NEEDMOREPARAMS.text();
    return IrcVerbs.find(verb).map(row -> text + ": " + row.line()).orElse(text);
  }

  private static Lines numeric(Numeric numeric, List<String> about, Recipient to, Lines lines) {
    return lines.numeric(to, numeric, about, numeric.text());
  }

  /** IRCv3 multiline §Errors. */
  private static Lines batch(
      String code, List<String> about, String text, Recipient to, Lines lines) {
    String words = about.isEmpty() ? "" : " " + String.join(" ", about);
    return fail("BATCH MULTILINE_" + code + words, text, to, lines);
  }

  private static Lines fail(String what, String text, Recipient to, Lines lines) {
    return lines.fail(to, what, List.of(), text);
  }

  private static String first(List<String> about) {
    return about.isEmpty() ? "*" : about.get(0);
  }
}
