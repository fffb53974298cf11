package conclave.gateway;

import conclave.command.Capability;
import conclave.room.Event;
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
import java.util.function.Predicate;

/**
 * Which of those connections that may see an event are shown it: not who is shown it elsewhere, or
 * wants no echo. One loop.
 */
final class Audience implements Event.Visitor<Predicate<Connection>> {
  private final SeenOnce seen;

  Audience(SeenOnce seen) {
    this.seen = seen;
  }

  boolean isFor(Event event, Connection viewer) {
    return event.accept(this).test(viewer);
  }

  private static boolean everybody(Connection viewer) {
    return true;
  }

  /** Who does not want to see what it says itself, sees what its user says elsewhere. */
  private static Predicate<Connection> echoed(Event event) {
    return viewer -> viewer.output().wantsEcho() || !isOrigin(event, viewer);
  }

  /** Has it come from that connection? */
  static boolean isOrigin(Event event, Connection viewer) {
    String origin = event.stamp().origin().connection();
    // Ids differ at their ends only, and each knows its hash: that is one look instead of many.
    return origin.hashCode() == viewer.connection().hashCode()
        && origin.equals(viewer.connection());
  }

  private Predicate<Connection> once(Event event) {
    return viewer -> seen.isNew(event.stamp().origin(), viewer);
  }

  @Override
  public Predicate<Connection> said(Said event) {
    return echoed(event);
  }

  @Override
  public Predicate<Connection> told(Told event) {
    return echoed(event);
  }

  @Override
  public Predicate<Connection> departed(Departed event) {
    return once(event);
  }

  @Override
  public Predicate<Connection> renamed(Renamed event) {
    return once(event);
  }

  @Override
  public Predicate<Connection> identified(Identified event) {
    return once(event);
  }

  /** The connection that it came from has been told by its handler, in a room or in none. */
  @Override
  public Predicate<Connection> described(Described event) {
    return viewer -> !isOrigin(event, viewer) && seen.isNew(event.stamp().origin(), viewer);
  }

  @Override
  public Predicate<Connection> invited(Invited event) {
    return viewer -> viewer.capabilities().has(Capability.INVITE_NOTIFY);
  }

  @Override
  public Predicate<Connection> joined(Joined event) {
    return Audience::everybody;
  }

  @Override
  public Predicate<Connection> parted(Parted event) {
    return Audience::everybody;
  }

  @Override
  public Predicate<Connection> kicked(Kicked event) {
    return Audience::everybody;
  }

  @Override
  public Predicate<Connection> topicChanged(TopicChanged event) {
    return Audience::everybody;
  }

  @Override
  public Predicate<Connection> modesChanged(ModesChanged event) {
    return Audience::everybody;
  }

  @Override
  public Predicate<Connection> takenBack(TakenBack event) {
    return Audience::everybody;
  }

  /** Nobody finds it in the log: those concerned have been told at once. */
  @Override
  public Predicate<Connection> roomRenamed(RoomRenamed event) {
    return viewer -> false;
  }
}
