package conclave.dialect.irc;

import conclave.command.Capability;
import conclave.command.IdentityReply;
import conclave.command.MetadataAnswer;
import conclave.command.Moved;
import conclave.command.ReadUpTo;
import conclave.command.RealnameSet;
import conclave.command.Reply;
import conclave.command.ReplyVisitor;
import conclave.command.RoomReply;
import conclave.command.Seen;
import conclave.dialect.Dialect.Recipient;
import conclave.room.Member;
import conclave.room.Mode;
import conclave.room.RoomView;
import java.time.Instant;
import java.util.List;

/** How each answer looks in IRC, to one recipient. */
final class IrcReplies implements ReplyVisitor<Lines> {
  private final Recipient to;
  private final Lines lines = new Lines();

  IrcReplies(Recipient to) {
    this.to = to;
  }

  @Override
  public Lines greeting(Reply.Greeting reply) {
    lines.raw(
        "NOTICE * :Conclave on " + to.server() + ". Type /help to begin, or use any IRC client.");
    return lines.raw(
        "NOTICE * :With openssl, use s_client -quiet: else lines that begin with Q, R or k are its"
            + " own commands.");
  }

  @Override
  public Lines refused(Reply.Refused reply) {
    return IrcRefusals.render(reply.refusal(), to, lines);
  }

  @Override
  public Lines welcome(Reply.Welcome reply) {
    return new IrcWelcome(to, lines).render(reply);
  }

  @Override
  public Lines capAnswer(Reply.CapAnswer reply) {
    return IrcCap.render(reply, to, lines);
  }

  @Override
  public Lines saslChallenge(IdentityReply.SaslChallenge reply) {
    return IrcIdentity.challenge(reply, lines);
  }

  @Override
  public Lines saslMechanisms(IdentityReply.SaslMechanisms reply) {
    return lines.numeric(to, Numeric.RPL_SASLMECHS, String.join(",", reply.names()));
  }

  @Override
  public Lines loggedIn(IdentityReply.LoggedIn reply) {
    return IrcIdentity.loggedIn(reply, to, lines);
  }

  @Override
  public Lines registered(IdentityReply.Registered reply) {
    return note("The account " + reply.account() + " is yours now.");
  }

  @Override
  public Lines enrolled(IdentityReply.Enrolled reply) {
    return IrcServices.enrolled(reply, to, lines);
  }

  @Override
  public Lines serviceSays(IdentityReply.ServiceSays reply) {
    return IrcServices.serviceSays(reply, to, lines);
  }

  @Override
  public Lines passwordPrompt(IdentityReply.PasswordPrompt reply) {
    return lines; // no command of IRC's is asked for its password later
  }

  @Override
  public Lines accountTold(IdentityReply.AccountTold reply) {
    return reply.news().accept(new IrcAccounts(reply.verb(), to, lines));
  }

  @Override
  public Lines operatorNow(IdentityReply.OperatorNow reply) {
    lines.numeric(to, Numeric.RPL_YOUREOPER);
    return lines.from(to, "MODE " + reply.nick() + " :+o");
  }

  @Override
  public Lines pong(Reply.Pong reply) {
    return lines.from(to, "PONG " + to.server() + " :" + reply.token());
  }

  @Override
  public Lines realnameSet(RealnameSet reply) {
    return to.capabilities().has(Capability.SETNAME)
        ? lines.from("", reply.by(), "SETNAME :" + reply.realname())
        : lines;
  }

  @Override
  public Lines moved(Moved reply) {
    return lines.from(to, "RENAME " + reply.from() + " " + reply.to() + " :");
  }

  @Override
  public Lines seen(Seen reply) {
    return reply.event().accept(new IrcEvents(to.capabilities(), ""));
  }

  @Override
  public Lines nickChanged(Reply.NickChanged reply) {
    return lines.from("", reply.from(), "NICK " + reply.to());
  }

  @Override
  public Lines topicIs(Reply.TopicIs reply) {
    String room = reply.room().name().text();
    return reply
        .room()
        .topic()
        .map(
            topic ->
                lines
                    .numeric(to, Numeric.RPL_TOPIC, List.of(room), topic.text())
                    .numeric(to, Numeric.RPL_TOPICWHOTIME, room, topic.by(), seconds(topic.time())))
        .orElseGet(() -> lines.numeric(to, Numeric.RPL_NOTOPIC, room));
  }

  @Override
  public Lines namesAre(Reply.NamesAre reply) {
    RoomView room = reply.room();
    String kind = room.modes().has(Mode.SECRET) ? "@" : "=";
    List<String> names = room.members().stream().map(this::name).toList();
    lines.packed(to, Numeric.RPL_NAMREPLY, List.of(kind, room.name().text()), names);
    return lines.numeric(to, Numeric.RPL_ENDOFNAMES, room.name().text());
  }

  private String name(Member member) {
    boolean withHost = to.capabilities().has(Capability.USERHOST_IN_NAMES);
    return prefixes(member) + (withHost ? member.source().mask() : member.source().nick().text());
  }

  private String prefixes(Member member) {
    return member.prefixes(to.capabilities().has(Capability.MULTI_PREFIX));
  }

  @Override
  public Lines noNames(Reply.NoNames reply) {
    return lines.numeric(to, Numeric.RPL_ENDOFNAMES, reply.room());
  }

  @Override
  public Lines roomList(Reply.RoomList reply) {
    return IrcRooms.list(reply, to, lines);
  }

  @Override
  public Lines modesAre(Reply.ModesAre reply) {
    return IrcRooms.modes(reply.room(), reply.isMember(), to, lines);
  }

  @Override
  public Lines settingsAre(RoomReply.SettingsAre reply) {
    return IrcRooms.modes(reply.room(), reply.isMember(), to, lines);
  }

  @Override
  public Lines modeListIs(Reply.ModeListIs reply) {
    return IrcRooms.modeList(reply, to, lines);
  }

  @Override
  public Lines inviting(Reply.Inviting reply) {
    return lines.numeric(to, Numeric.RPL_INVITING, reply.nick().text(), reply.room().text());
  }

  @Override
  public Lines invitationsAre(RoomReply.InvitationsAre reply) {
    reply.rooms().forEach(room -> lines.numeric(to, Numeric.RPL_INVITELIST, room.text()));
    return lines.numeric(to, Numeric.RPL_ENDOFINVITELIST);
  }

  @Override
  public Lines targetsAre(RoomReply.TargetsAre reply) {
    return IrcChatHistory.targets(reply, to, lines);
  }

  @Override
  public Lines replay(Reply.Replay reply) {
    new IrcReplay(to, lines).render(reply);
    return lines;
  }

  @Override
  public Lines foundAre(RoomReply.FoundAre reply) {
    return IrcSearch.render(reply, to, lines);
  }

  @Override
  public Lines verifiedIs(RoomReply.VerifiedIs reply) {
    return IrcVerify.render(reply, to, lines);
  }

  @Override
  public Lines metadata(MetadataAnswer reply) {
    return new IrcMetadata(to, lines).render(reply);
  }

  @Override
  public Lines readUpTo(ReadUpTo reply) {
    return IrcReadMarker.render(reply, to, lines);
  }

  @Override
  public Lines switched(Reply.Switched reply) {
    return lines; // IRC has no current room
  }

  @Override
  public Lines ofUsers(Reply.OfUsers reply) {
    return reply.answer().accept(new IrcUserAnswers(to, lines));
  }

  @Override
  public Lines ofServer(Reply.OfServer reply) {
    return reply.answer().accept(new IrcServerAnswers(to, lines));
  }

  @Override
  public Lines helpIs(Reply.HelpIs reply) {
    return IrcHelp.render(reply.topic(), to, lines);
  }

  @Override
  public Lines pingYou(Reply.PingYou reply) {
    return lines.raw("PING :" + reply.token());
  }

  @Override
  public Lines closing(Reply.Closing reply) {
    return lines.raw("ERROR :" + reply.reason());
  }

  @Override
  public Lines note(Reply.Note reply) {
    return note(reply.text());
  }

  private Lines note(String text) {
    return lines.from(to, "NOTICE " + to.nick() + " :" + text);
  }

  static String seconds(long millis) {
    return Long.toString(Instant.ofEpochMilli(millis).getEpochSecond());
  }
}
