package conclave.dialect.plain;

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
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.room.Member;
import conclave.room.RoomSummary;
import conclave.room.RoomView;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How each answer reads. What only an IRC client can ask has an empty answer. */
final class PlainReplies implements ReplyVisitor<String> {
  private final Recipient to;

  PlainReplies(Recipient to) {
    this.to = to;
  }

  @Override
  public String greeting(Reply.Greeting reply) {
    return line("Conclave on " + to.server() + ". Type /help to begin.");
  }

  @Override
  public String refused(Reply.Refused reply) {
    return line("! " + PlainRefusals.sentence(reply.refusal()));
  }

  @Override
  public String welcome(Reply.Welcome reply) {
    String motd =
        reply.facts().motd().stream()
            .map(text -> line(PlainText.clean(text)))
            .collect(Collectors.joining());
    int others = reply.counts().users() - 1;
    String company =
        others == 0
            ? "Nobody else is here yet."
            : others == 1 ? "One other is here." : others + " others are here.";
    return motd
        + line(
            "Welcome, "
                + reply.nick()
                + ". "
                + company
                + " /join lobby, or /rooms to see where people talk.");
  }

  @Override
  public String capAnswer(Reply.CapAnswer reply) {
    return "";
  }

  @Override
  public String saslChallenge(IdentityReply.SaslChallenge reply) {
    return "";
  }

  @Override
  public String saslMechanisms(IdentityReply.SaslMechanisms reply) {
    return "";
  }

  @Override
  public String loggedIn(IdentityReply.LoggedIn reply) {
    return line("You are logged in as " + reply.account() + ".");
  }

  @Override
  public String registered(IdentityReply.Registered reply) {
    return line(
        "The account "
            + reply.account()
            + " is yours"
            + (reply.isAdmin() ? ", an administrator's." : "."));
  }

  @Override
  public String enrolled(IdentityReply.Enrolled reply) {
    return "";
  }

  @Override
  public String serviceSays(IdentityReply.ServiceSays reply) {
    return line(reply.refusal().map(PlainRefusals::sentence).orElse(reply.text()));
  }

  @Override
  public String passwordPrompt(IdentityReply.PasswordPrompt reply) {
    return PlainAccounts.prompt(reply);
  }

  @Override
  public String accountTold(IdentityReply.AccountTold reply) {
    return reply.news().accept(new PlainAccounts());
  }

  @Override
  public String operatorNow(IdentityReply.OperatorNow reply) {
    return line("You have an operator's rights now.");
  }

  @Override
  public String pong(Reply.Pong reply) {
    return "";
  }

  @Override
  public String realnameSet(RealnameSet reply) {
    return line("You are really " + PlainText.clean(reply.realname()) + " now.");
  }

  @Override
  public String moved(Moved reply) {
    return line(reply.from() + " is " + reply.to() + " now.");
  }

  @Override
  public String seen(Seen reply) {
    return reply.event().accept(new PlainEvents(to.capabilities()));
  }

  @Override
  public String nickChanged(Reply.NickChanged reply) {
    return line("You are " + reply.to() + " now.");
  }

  @Override
  public String topicIs(Reply.TopicIs reply) {
    String room = reply.room().name().text();
    return reply
        .room()
        .topic()
        .map(topic -> line(room + " is about: " + PlainText.clean(topic.text())))
        .orElse(line(room + " has no topic."));
  }

  @Override
  public String namesAre(Reply.NamesAre reply) {
    return line("In " + reply.room().name() + ": " + names(reply.room()));
  }

  @Override
  public String noNames(Reply.NoNames reply) {
    return line("Nobody is in " + PlainText.clean(reply.room()) + ".");
  }

  @Override
  public String roomList(Reply.RoomList reply) {
    if (reply.rooms().isEmpty()) {
      return line("There is no room yet: /join one, and it is there.");
    }
    return reply.rooms().stream().map(PlainReplies::summary).collect(Collectors.joining());
  }

  private static String summary(RoomSummary room) {
    String topic = room.topic().isEmpty() ? "" : "  " + PlainText.clean(room.topic());
    return line(room.name() + " (" + room.members() + ")" + topic);
  }

  @Override
  public String modesAre(Reply.ModesAre reply) {
    String modes = PlainText.clean(reply.room().modes().text(reply.isMember()));
    return line(reply.room().name() + " has modes " + modes);
  }

  @Override
  public String settingsAre(RoomReply.SettingsAre reply) {
    return PlainSettings.show(reply.room(), reply.isMember());
  }

  @Override
  public String modeListIs(Reply.ModeListIs reply) {
    return PlainSettings.list(reply.room(), reply.list());
  }

  @Override
  public String invitationsAre(RoomReply.InvitationsAre reply) {
    String rooms = reply.rooms().stream().map(RoomName::text).collect(Collectors.joining(" "));
    return line(rooms.isEmpty() ? "Nobody has asked you in." : "You are asked into " + rooms);
  }

  @Override
  public String inviting(Reply.Inviting reply) {
    return line(reply.nick() + " was asked into " + reply.room() + ".");
  }

  private static String names(RoomView room) {
    return names(room, nick -> "");
  }

  /** The members, each with what is said behind the name. */
  static String names(RoomView room, Function<Nick, String> remark) {
    return room.members().stream()
        .sorted(Comparator.comparing((Member member) -> member.source().nick().key()))
        .map(
            member ->
                member.prefixes(false)
                    + member.source().nick()
                    + remark.apply(member.source().nick()))
        .collect(Collectors.joining(" "));
  }

  @Override
  public String replay(Reply.Replay reply) {
    return PlainReplay.render(reply, to.capabilities());
  }

  @Override
  public String targetsAre(RoomReply.TargetsAre reply) {
    return ""; // for an IRC client's program
  }

  @Override
  public String foundAre(RoomReply.FoundAre reply) {
    return PlainSearch.render(reply, to.capabilities());
  }

  @Override
  public String verifiedIs(RoomReply.VerifiedIs reply) {
    return PlainPast.verified(reply);
  }

  @Override
  public String metadata(MetadataAnswer reply) {
    return ""; // for an IRC client's program
  }

  @Override
  public String readUpTo(ReadUpTo reply) {
    return ""; // people know what they have read
  }

  @Override
  public String switched(Reply.Switched reply) {
    return line("You are talking in " + reply.room() + " now.");
  }

  @Override
  public String ofUsers(Reply.OfUsers reply) {
    return reply.answer().accept(new PlainUserAnswers());
  }

  @Override
  public String ofServer(Reply.OfServer reply) {
    return reply.answer().accept(new PlainServerAnswers());
  }

  @Override
  public String helpIs(Reply.HelpIs reply) {
    return PlainHelp.about(reply.topic());
  }

  @Override
  public String pingYou(Reply.PingYou reply) {
    return line("Are you there? Press Enter to stay.");
  }

  @Override
  public String closing(Reply.Closing reply) {
    return line("Goodbye: " + PlainText.clean(reply.reason()));
  }

  @Override
  public String note(Reply.Note reply) {
    return line(PlainText.clean(reply.text()));
  }

  static String line(String text) {
    return text + "\n";
  }
}
