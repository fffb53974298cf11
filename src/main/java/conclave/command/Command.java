package conclave.command;

import conclave.room.ClientTags;
import conclave.room.Refusal;
import conclave.room.SayKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All that a person can ask, in whatever dialect. Names are still text here: whether there is such
 * a room or nick is for the handler to say. An absent room means the current one.
 */
public sealed interface Command {
  // ── the line itself

  /** A line that is no command. */
  record Malformed(Refusal refusal) implements Command {}

  /** An empty line. */
  record Nothing() implements Command {}

  /** A line with a label, which its answer bears (IRCv3 labeled-response). */
  record Labelled(String label, Command command) implements Command {}

  // ── coming in and going out

  /** CAP: negotiates capabilities (IRCv3 capability negotiation). */
  record Cap(String subcommand, List<String> arguments) implements Command {}

  /** PASS: {@code account:password}, or the password of the account that NICK names. */
  record Pass(String password) implements Command {
    @Override
    public String toString() {
      return "Pass";
    }
  }

  /**
   * WEBIRC: a gateway says where the connection that it passes on comes from.
   *
   * @param isSecure is it secure up to the gateway?
   */
  record ComeFrom(String gateway, String password, String address, boolean isSecure)
      implements Command {
    @Override
    public String toString() {
      return "ComeFrom(" + gateway + ")";
    }
  }

  /** NICK. */
  record SetNick(String nick) implements Command {}

  /** USER. */
  record SetUser(String username, String realname) implements Command {}

  /** SETNAME: another real name. */
  record SetRealname(String realname) implements Command {}

  /** AUTHENTICATE: a mechanism, a piece of base64, or {@code *} (IRCv3 SASL). */
  record Authenticate(String data) implements Command {
    @Override
    public String toString() {
      return "Authenticate";
    }
  }

  /** A log-in or registration, or a change of password, that wants what is not to be shown. */
  record AskPassword(PasswordFor purpose, String account, Optional<String> invitation)
      implements Command {}

  /** Registers an account and logs in. */
  record Register(String account, Optional<String> invitation, String password) implements Command {
    @Override
    public String toString() {
      return "Register";
    }
  }

  /** REGISTER of IRC clients: an account, {@code *} for the nick. The mail address is not kept. */
  record RegisterAccount(String account, String password) implements Command {
    @Override
    public String toString() {
      return "RegisterAccount";
    }
  }

  /** VERIFY: the code that a registration waits for. */
  record VerifyAccount(String account, String code) implements Command {
    @Override
    public String toString() {
      return "VerifyAccount";
    }
  }

  /** Something said to a service, which may be a password. */
  record AskService(String service, String text) implements Command {
    @Override
    public String toString() {
      return "AskService(" + service + ")";
    }
  }

  /** Logs in. */
  record LogIn(String account, String password) implements Command {
    @Override
    public String toString() {
      return "LogIn";
    }
  }

  /** OPER: shows that the caller has an account of that role as well. */
  record Oper(String account, String password) implements Command {
    @Override
    public String toString() {
      return "Oper";
    }
  }

  /**
   * Something about accounts, their sessions and certificates.
   *
   * @param verb the command that its answer names
   * @param account whose; nothing for the caller's own
   */
  record Account(String verb, Optional<String> account, AccountOrder order) implements Command {}

  /** PING. */
  record Ping(String token) implements Command {}

  /** PONG. */
  record Pong() implements Command {}

  /** QUIT. */
  record Quit(Optional<String> reason) implements Command {}

  // ── rooms

  /**
   * JOIN, with as many keys as there are; the first key belongs to the first room.
   *
   * @param log of the one room that is meant, whatever it is called by now
   */
  record Join(List<String> rooms, List<String> keys, Optional<String> log) implements Command {
    public Join(List<String> rooms, List<String> keys) {
      this(rooms, keys, Optional.empty());
    }
  }

  /** JOIN 0: leaves every room. */
  record PartAll() implements Command {}

  /** PART; no room means the current one. */
  record Part(List<String> rooms, Optional<String> reason) implements Command {}

  /** PRIVMSG, NOTICE and TAGMSG, to rooms and nicks. */
  record Say(List<String> targets, SayKind kind, String text, ClientTags tags, Optional<SayId> id)
      implements Command {
    /** Without tags. */
    public Say(List<String> targets, SayKind kind, String text) {
      this(targets, kind, text, ClientTags.NONE, Optional.empty());
    }
  }

  /** Says something in the current room. */
  record SayHere(String text) implements Command {}

  /** Makes a room that the caller is in the current one. */
  record SwitchRoom(Optional<String> room) implements Command {}

  /** TOPIC: asks for it, or sets it. */
  record Topic(Optional<String> room, Optional<String> text) implements Command {}

  /** NAMES. */
  record Names(List<String> rooms) implements Command {}

  /** LIST; no rooms means all. */
  record ListRooms(List<String> rooms) implements Command {}

  /** MODE of a room or of the caller; an empty target means the current room. */
  record Mode(String target, Optional<String> letters, List<String> arguments) implements Command {}

  /** MODE of the caller, whatever the nick: {@code +B}. */
  record SetOwnModes(String letters) implements Command {}

  /** The modes of the current room, in words. */
  record Settings() implements Command {}

  /** KICK. */
  record Kick(String room, List<String> nicks, Optional<String> reason) implements Command {}

  /** RENAME: gives a room another name. */
  record RenameRoom(String room, String to, Optional<String> reason) implements Command {}

  /** REDACT: takes a message back. */
  record Redact(String target, String msgid, Optional<String> reason) implements Command {}

  /**
   * MARKREAD: asks or says how far a room or a conversation with somebody is read.
   *
   * @param time milliseconds since 1970, UTC
   */
  record MarkRead(String target, Optional<Long> time) implements Command {}

  /** INVITE. */
  record Invite(String nick, String room) implements Command {}

  /** INVITE without parameters: the rooms that the caller was asked into. */
  record Invitations() implements Command {}

  /** About the past: {@link PastCommand}. */
  non-sealed interface OfPast extends Command {}

  // ── questions

  /**
   * WHO a room or a mask; nothing means the current room.
   *
   * @param operatorsOnly leaves out everybody else
   */
  record Who(Optional<String> mask, boolean operatorsOnly, UserAnswer.WhoFields fields)
      implements Command {}

  /** WHOIS, of one or several; the server that was asked for. */
  record Whois(Optional<String> server, List<String> nicks) implements Command {}

  /** WHOWAS. */
  record Whowas(String nick, int count) implements Command {}

  /** USERHOST, or with addresses USERIP. */
  record Userhost(List<String> nicks, boolean withAddresses) implements Command {}

  /** ISON. */
  record Ison(List<String> nicks) implements Command {}

  /** MONITOR: {@code + - C L S}. */
  record Monitor(String action, List<String> nicks) implements Command {}

  /** METADATA: what people and rooms say of themselves. */
  record Metadata(String target, String subcommand, List<String> parameters) implements Command {}

  /** AWAY; no text means here again. */
  record SetAway(Optional<String> text) implements Command {}

  /** MOTD. */
  record Motd(Optional<String> server) implements Command {}

  /** LUSERS. */
  record Lusers() implements Command {}

  /** TIME. */
  record Time(Optional<String> server) implements Command {}

  /** INFO. */
  record Info(Optional<String> server) implements Command {}

  /** ADMIN. */
  record Admin(Optional<String> server) implements Command {}

  /** About the servers of the network: {@link ServerCommand}. */
  non-sealed interface OfServers extends Command {}

  /** VERSION. */
  record Version(Optional<String> server) implements Command {}

  /** HELP. */
  record Help(Optional<String> topic) implements Command {}

  // ── administrators

  /** WALLOPS. */
  record Wallops(String text) implements Command {}

  /**
   * KLINE and DLINE.
   *
   * @param lasting nothing for ever
   */
  record Ban(ServerBan.Kind kind, Optional<Duration> lasting, String mask, Optional<String> reason)
      implements Command {}

  /** UNKLINE and UNDLINE. */
  record Unban(ServerBan.Kind kind, String mask) implements Command {}

  /** KILL. */
  record Kill(String nick, Optional<String> reason) implements Command {}

  /** REHASH. */
  record Rehash() implements Command {}
}
