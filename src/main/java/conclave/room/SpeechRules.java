package conclave.room;

import conclave.room.Event.Said;
import conclave.room.RoomCommand.Say;
import java.util.Optional;

/** Who may say what in a room (Modern IRC §Channel Modes). One object decides one command. */
final class SpeechRules {
  private static final String CTCP = "\u0001";
  private static final String ACTION = "\u0001ACTION";

  private final Room room;
  private final Modes modes;
  private final Say say;
  private final Optional<Member> speaker;

  SpeechRules(Room room, Say say) {
    this.room = room;
    this.modes = room.kept().modes();
    this.say = say;
    this.speaker = room.member(say.by().nick());
  }

  Decision decide(Stamp stamp) {
    String text = modes.has(Mode.NO_COLOURS) ? Formatting.strip(say.text()) : say.text();
    Optional<Reason> obstacle = obstacle(text);
    if (obstacle.isPresent()) {
      return Decision.refused(obstacle.get(), room.kept().name().text());
    }
    // What some alone see without words is of the moment.
    boolean isKept = say.kind().isKept(say.tags()) && isKeptFor(say.audience());
    Stamp at = isKept ? stamp : stamp.unkept();
    return Decision.happened(
        new Said(at, room.kept().name(), say.by(), say.kind(), text, say.tags(), say.audience()));
  }

  private boolean isKeptFor(Optional<Role> audience) {
    return audience.isEmpty() || say.kind() != SayKind.TAGMSG;
  }

  private Optional<Reason> obstacle(String text) {
    boolean isOutside = speaker.isEmpty() && (modes.has(Mode.NO_EXTERNAL) || room.isNew());
    if (isOutside || isSilenced()) {
      boolean mayKnow = speaker.isPresent() || room.reasonOutside() != Reason.NO_SUCH_ROOM;
      return Optional.of(mayKnow ? Reason.CANNOT_SAY : Reason.NO_SUCH_ROOM);
    }
    if (modes.has(Mode.ACCOUNTS_SPEAK) && !hasVoice() && say.by().account().isEmpty()) {
      return Optional.of(Reason.ACCOUNTS_SPEAK_ONLY);
    }
    return obstacleOfKind(text);
  }

  private boolean isSilenced() {
    return !hasVoice() && (modes.has(Mode.MODERATED) || room.kept().isMuted(say.by()));
  }

  private boolean hasVoice() {
    return speaker.filter(member -> member.isAtLeast(Role.VOICE)).isPresent();
  }

  private Optional<Reason> obstacleOfKind(String text) {
    if (modes.has(Mode.NO_NOTICES) && say.kind() == SayKind.NOTICE) {
      return Optional.of(Reason.NO_NOTICES_HERE);
    }
    // A message of several lines reaches some as one message each.
    if (modes.has(Mode.NO_CTCP) && text.lines().anyMatch(SpeechRules::isQuestion)) {
      return Optional.of(Reason.NO_CTCP_HERE);
    }
    boolean isNothing = say.kind() != SayKind.TAGMSG && text.lines().allMatch(String::isEmpty);
    return isNothing ? Optional.of(Reason.NO_TEXT) : Optional.empty();
  }

  private static boolean isQuestion(String line) {
    return line.startsWith(CTCP) && !line.startsWith(ACTION);
  }
}
