package conclave.dialect.plain;

import conclave.room.Refusal;
import conclave.room.SearchWords;
import java.util.List;

/** One friendly sentence for each no. */
final class PlainRefusals {
  private PlainRefusals() {}

  @SuppressWarnings("checkstyle:MethodLength") // a table
  static String sentence(Refusal refusal) {
    String first = PlainText.clean(first(refusal.about()));
    return switch (refusal.reason()) {
      case NO_SUCH_ROOM -> "There is no room " + first + ".";
      case NOT_IN_ROOM -> "You are not in " + first + "; /join it first.";
      case TARGET_NOT_IN_ROOM -> first + " is not in the room.";
      case TARGET_ALREADY_IN_ROOM -> first + " is in the room already.";
      case CANNOT_SAY -> "You may not speak in " + first + ".";
      case ROOM_IS_FULL -> first + " is full.";
      case INVITE_ONLY -> first + " is by invitation only.";
      case BANNED -> "You are banned from " + first + ".";
      case WRONG_KEY -> first + " needs its key: /join " + first + " KEY";
      case INVALID_KEY -> "That can't be a room's key.";
      case NEEDS_OPERATOR -> "Only an operator of " + first + " may do that.";
      case NEEDS_FOUNDER -> "Only the founder of " + first + " may do that.";
      case TOO_MANY_ROOMS -> "You are in as many rooms as you may be.";
      case UNKNOWN_MODE -> "There is no mode " + first + ".";
      case LIST_IS_FULL -> "That list of " + first + " is full.";
      case MAY_NOT_FOUND -> "There is no room " + first + ", and you may not make one.";
      case BAD_ROOM_NAME -> "A room can't be called " + first + ".";
      case ROOM_NOT_ASCII -> "New rooms have names in ASCII here: letters a to z, digits, signs.";
      case ROOM_MIXES_SCRIPTS ->
          "A room can't be called " + first + ": its letters are of several scripts.";
      case NO_CURRENT_ROOM -> "You are in no room: /join one first, for example /join lobby";
      case NO_SUCH_NICK -> "Nobody here is called " + first + ".";
      case BAD_NICK ->
          "Nobody can be called " + first + ": letters, digits, - and _ only, no digit first.";
      case NICK_NOT_ASCII -> "Names are in ASCII here: letters a to z, digits, - and _.";
      case NICK_MIXES_SCRIPTS ->
          "Nobody can be called " + first + ": its letters are of several scripts.";
      case NICK_IN_USE -> first + " is taken.";
      case NICK_IS_RESERVED ->
          first + " is somebody's account; /login " + first + " if it is yours.";
      case NICK_IS_ACCOUNT -> "Your name here is your account's name.";
      case NICK_IS_SERVICE ->
          "Nobody can be called " + first + "; it is a name of the server's own.";
      case NO_NICK_GIVEN -> "Which name?";
      case CANNOT_TAKE_BACK, TOO_LATE_TO_TAKE_BACK -> "You may not take that back.";
      case CANNOT_TAKE_BACK_FROM ->
          "Only what was said in a room that you are in can be taken back.";
      case EXCERPT_LACKS_PARAMETERS, BAD_EXCERPT, BAD_EXCERPT_MARK ->
          "That part of the history can't be asked for.";
      case BAD_SEARCH ->
          "That can't be searched for: give words, of " + SearchWords.MAX + " characters in all.";
      case SEARCH_UNAVAILABLE -> "The search can't be run right now; try again.";
      case NO_EXCERPT_OF, NOT_TO_BE_SEARCHED -> "There is no history of that which you may read.";
      case EXCERPT_UNAVAILABLE -> "The history can't be reached right now.";
      case LOG_CHECK_UNAVAILABLE -> "That can't be verified right now; try again later.";
      case NO_SUCH_MESSAGE -> "There is no such message.";
      case BAD_REALNAME -> "Nobody can really be called that: it is too long.";
      case OTHER_USERS_MODES -> "Those are somebody else's modes.";
      case UNKNOWN_USER_MODE -> "There is no such mode.";
      case NEVER_WAS -> "Nobody here was called " + first + ".";
      case TELLS_NEED_ACCOUNT -> first + " hears only people with an account.";
      case CANNOT_KILL_SERVER -> "That is the server.";
      case BANNED_FROM_SERVER -> "You are banned from this server.";
      case BAD_SERVER_BAN -> "That covers everybody, or nobody.";
      case NO_SUCH_SERVER_BAN -> "There is no such ban.";
      case SERVER_BANS_FULL -> "There are as many bans as there may be.";
      case BAD_DRAIN -> "In how many seconds? Give a number from 0 to 3600.";
      default -> aboutModes(refusal, first);
    };
  }

  private static String aboutModes(Refusal refusal, String first) {
    return switch (refusal.reason()) {
      case FORWARDED ->
          first + " does not let you in, and sends you on to " + second(refusal) + ".";
      case ROOM_NAME_IN_USE -> "There is a room " + second(refusal) + " already.";
      case CANNOT_RENAME_ROOM -> first + " can't be called " + second(refusal) + ".";
      case ACCOUNTS_ONLY -> first + " is for people with an account: /register NAME";
      case ACCOUNTS_SPEAK_ONLY ->
          "Only people with an account may speak in " + first + ": /register NAME";
      case NO_CTCP_HERE -> first + " takes no questions to programs.";
      case NO_NOTICES_HERE -> first + " takes no notices.";
      case MODE_LACKS_PARAMETER -> "The mode " + second(refusal) + " needs a word behind it.";
      case BAD_MODE_PARAMETER ->
          "The mode " + second(refusal) + " of " + first + " can't be set like that.";
      default -> aboutLinesAndIdentity(refusal, first);
    };
  }

  @SuppressWarnings("checkstyle:MethodLength") // a table
  private static String aboutLinesAndIdentity(Refusal refusal, String first) {
    return switch (refusal.reason()) {
      case UNKNOWN_COMMAND -> "There is no command " + first + "; /help lists them.";
      case NEED_MORE_PARAMETERS -> "Use it like this: " + first;
      case NO_RECIPIENT, NO_TEXT -> "There is nothing to say in that.";
      case TOO_MANY_TARGETS -> "Too many at once.";
      case LINE_TOO_LONG -> "That line is too long; it was not sent.";
      case NOT_UTF8 -> "That line is not UTF-8 text; it was not sent.";
      case NO_SUCH_SERVER -> "There is no server " + first + ".";
      case NO_MOTD -> "There is no message of the day.";
      case NO_SUCH_HELP -> "There is no help on " + first + "; /help lists everything.";
      case NO_ADMIN_NAMED -> "Nobody is named who runs this server.";
      case TOO_MANY_MATCHES -> "These are not all: say it more exactly.";
      case BAD_MESSAGE_ID,
          SAID_AND_GONE,
          NO_ORIGIN,
          NO_METADATA_TARGET,
          BAD_METADATA_KEY,
          BAD_METADATA_VALUE,
          NO_METADATA_SUBCOMMAND,
          METADATA_FORBIDDEN,
          METADATA_NOT_SET,
          METADATA_FULL,
          METADATA_SUBSCRIPTIONS_FULL,
          METADATA_TOO_OFTEN,
          MARK_NEEDS_TARGET,
          BAD_MARK,
          MARKS_NEED_ACCOUNT,
          MARKS_UNAVAILABLE,
          SUMMON_IS_OFF,
          USERS_IS_OFF,
          BAD_CAP_SUBCOMMAND,
          BATCH_INVALID,
          BATCH_TARGET,
          BATCH_TOO_LONG,
          BATCH_HAS_TOO_MANY_LINES,
          SASL_FAILED,
          SASL_MECHANISM,
          SASL_TOO_LONG,
          SASL_ABORTED,
          SASL_ALREADY ->
          "That is for IRC clients.";
      case NOT_REGISTERED, LOG_IN_FIRST ->
          "Log in first: /login NAME, or /register NAME for a new account.";
      case ALREADY_REGISTERED, ALREADY_LOGGED_IN -> "You are logged in already.";
      case WRONG_PASSWORD -> "That is not the right name and password.";
      case BUSY -> "The server is busy; try again in a moment.";
      case UNAVAILABLE -> "That can't be done right now, and nothing of it was kept; try again.";
      case NO_ANSWER -> "It is not known whether that was done: look before you try again.";
      default -> PlainIdentityRefusals.sentence(refusal, first);
    };
  }

  private static String second(Refusal refusal) {
    return refusal.about().size() < 2 ? "there" : PlainText.clean(refusal.about().get(1));
  }

  private static String first(List<String> about) {
    return about.isEmpty() ? "" : about.get(0);
  }
}
