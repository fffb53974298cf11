package conclave.room;

import conclave.name.CaseFold;
import conclave.room.Event.Departed;
import conclave.room.Event.Described;
import conclave.room.Event.Identified;
import conclave.room.Event.Invited;
import conclave.room.Event.Joined;
import conclave.room.Event.Kicked;
import conclave.room.Event.ModesChanged;
import conclave.room.Event.Parted;
import conclave.room.Event.Renamed;
import conclave.room.Event.RoomRenamed;
import conclave.room.Event.Said;
import conclave.room.Event.TakenBack;
import conclave.room.Event.Told;
import conclave.room.Event.TopicChanged;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys of the nicks that are other members after an event than before, or none, or new. */
public final class Touched implements Event.Visitor<Set<String>> {
  public static final Touched BY = new Touched();

  private Touched() {}

  @Override
  public Set<String> joined(Joined event) {
    return Set.of(event.by().nick().key());
  }

  @Override
  public Set<String> parted(Parted event) {
    return Set.of(event.by().nick().key());
  }

  @Override
  public Set<String> departed(Departed event) {
    return Set.of(event.by().nick().key());
  }

  @Override
  public Set<String> kicked(Kicked event) {
    return Set.of(event.target().key());
  }

  @Override
  public Set<String> renamed(Renamed event) {
    return both(event.by().nick().key(), event.to().key());
  }

  @Override
  public Set<String> identified(Identified event) {
    return both(event.by().nick().key(), event.to().nick().key());
  }

  private static Set<String> both(String one, String other) {
    return one.equals(other) ? Set.of(one) : Set.of(one, other);
  }

  @Override
  public Set<String> described(Described event) {
    return Set.of(event.by().nick().key());
  }

  @Override
  public Set<String> modesChanged(ModesChanged event) {
    return event.changes().stream()
        .filter(change -> change.mode().kind() == Mode.Kind.ROLE)
        .flatMap(change -> change.argument().stream())
        .map(CaseFold::fold)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<String> said(Said event) {
    return Set.of();
  }

  @Override
  public Set<String> told(Told event) {
    return Set.of();
  }

  @Override
  public Set<String> topicChanged(TopicChanged event) {
    return Set.of();
  }

  @Override
  public Set<String> invited(Invited event) {
    return Set.of();
  }

  @Override
  public Set<String> takenBack(TakenBack event) {
    return Set.of();
  }

  @Override
  public Set<String> roomRenamed(RoomRenamed event) {
    return Set.of();
  }
}
