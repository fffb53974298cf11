package conclave.command;

/** One case for each kind of reply: a forgotten one does not compile. */
public interface ReplyVisitor<R> {
  R greeting(Reply.Greeting reply);

  R refused(Reply.Refused reply);

  R welcome(Reply.Welcome reply);

  R capAnswer(Reply.CapAnswer reply);

  R saslChallenge(IdentityReply.SaslChallenge reply);

  R saslMechanisms(IdentityReply.SaslMechanisms reply);

  R loggedIn(IdentityReply.LoggedIn reply);

  R registered(IdentityReply.Registered reply);

  R enrolled(IdentityReply.Enrolled reply);

  R serviceSays(IdentityReply.ServiceSays reply);

  R passwordPrompt(IdentityReply.PasswordPrompt reply);

  R accountTold(IdentityReply.AccountTold reply);

  R operatorNow(IdentityReply.OperatorNow reply);

  R pong(Reply.Pong reply);

  R realnameSet(RealnameSet reply);

  R seen(Seen reply);

  R moved(Moved reply);

  R nickChanged(Reply.NickChanged reply);

  R topicIs(Reply.TopicIs reply);

  R namesAre(Reply.NamesAre reply);

  R noNames(Reply.NoNames reply);

  R roomList(Reply.RoomList reply);

  R modesAre(Reply.ModesAre reply);

  R settingsAre(RoomReply.SettingsAre reply);

  R modeListIs(Reply.ModeListIs reply);

  R inviting(Reply.Inviting reply);

  R invitationsAre(RoomReply.InvitationsAre reply);

  R replay(Reply.Replay reply);

  R targetsAre(RoomReply.TargetsAre reply);

  R foundAre(RoomReply.FoundAre reply);

  R verifiedIs(RoomReply.VerifiedIs reply);

  R metadata(MetadataAnswer reply);

  R readUpTo(ReadUpTo reply);

  R switched(Reply.Switched reply);

  R ofUsers(Reply.OfUsers reply);

  R ofServer(Reply.OfServer reply);

  R helpIs(Reply.HelpIs reply);

  R pingYou(Reply.PingYou reply);

  R closing(Reply.Closing reply);

  R note(Reply.Note reply);
}
