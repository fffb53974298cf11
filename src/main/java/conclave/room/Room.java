package conclave.room;

import conclave.name.CaseFold;
import conclave.name.Nick;
import conclave.name.Source;
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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A room: its members, modes and topic, and the last sequence of its log. Not thread-safe: one
 * owner, one loop.
 */
public final class Room implements Place {
  /** The least role that sees everybody in an auditorium. */
  public static final Role SEES_ALL = Role.HALFOP;

  private final long id;
  private final BooleanSupplier isDefault;
  private final Supplier<RoomLimits> limits;
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Asked invited = new Asked();
  private final Applied applied = new Applied();
  private RoomState state;
  private long seq;
  private long time;

  /**
   * A room as it was elsewhere, or as the store knows it.
   *
   * @param isDefault does it exist by configuration, so that the first to enter is not its founder?
   * @param limits those that hold when it is asked
   */
  public Room(WholeRoom whole, BooleanSupplier isDefault, Supplier<RoomLimits> limits) {
    this.id = whole.id();
    this.state = whole.state();
    this.seq = whole.seq();
    this.isDefault = isDefault;
    this.limits = limits;
    time = whole.time();
    whole.members().forEach(member -> members.put(member.source().nick().key(), member));
    invited.addAll(whole.asked());
  }

  @Override
  public String key() {
    return state.name().key();
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public long seq() {
    return seq;
  }

  @Override
  public Optional<RoomState> state() {
    return Optional.of(state);
  }

  @Override
  public Room copy() {
    return new Room(whole(), isDefault, limits);
  }

  /** All that it is. */
  public WholeRoom whole() {
    return new WholeRoom(id, state, seq, time, List.copyOf(members.values()), invited.all());
  }

  @Override
  public boolean isIdle() {
    return members.isEmpty();
  }

  @Override
  public Decision decide(RoomCommand command, Origin origin, long now) {
    return command.accept(new RoomRules(this, new Stamp(id, seq + 1, Math.max(now, time), origin)));
  }

  @Override
  public void apply(Event event) {
    if (event.stamp().isKept()) {
      seq = event.stamp().seq();
    }
    time = event.stamp().time();
    event.accept(applied);
  }

  /** This room at this moment. */
  public RoomView view() {
    return new RoomView(
        state.name(),
        id,
        seq,
        state.created(),
        state.topic(),
        state.modes(),
        state.lists(),
        List.copyOf(members.values()));
  }

  Optional<Member> member(Nick nick) {
    return member(nick.key());
  }

  /** The member whose nick has this key. */
  public Optional<Member> member(String key) {
    return Optional.ofNullable(members.get(key));
  }

  Collection<Member> members() {
    return members.values();
  }

  RoomLimits limits() {
    return limits.get();
  }

  RoomState kept() {
    return state;
  }

  boolean isNew() {
    return seq == 0 && !isDefault();
  }

  boolean isDefault() {
    return isDefault.getAsBoolean();
  }

  /** What somebody outside is told who wants to do something inside. */
  Reason reasonOutside() {
    boolean isUnknown = isNew() || state.modes().has(Mode.SECRET);
    return isUnknown ? Reason.NO_SUCH_ROOM : Reason.NOT_IN_ROOM;
  }

  /** The least role of those who are shown what a member with these roles does. */
  Optional<Role> audienceOf(Set<Role> roles) {
    boolean isHidden = roles.isEmpty() && state.modes().has(Mode.AUDITORIUM);
    return isHidden ? Optional.of(SEES_ALL) : Optional.empty();
  }

  /** Has somebody in the room asked this user in? */
  public boolean isAsked(Nick nick) {
    return invited.has(nick);
  }

  boolean isInvited(Source who) {
    return isAsked(who.nick()) || state.isListed(Mode.INVITATION, who, false);
  }

  /** What each kind of event makes of the state. */
  private final class Applied implements Event.Visitor<Boolean> {
    @Override
    public Boolean joined(Joined event) {
      members.put(event.by().nick().key(), new Member(event.by(), event.realname(), event.roles()));
      invited.remove(event.by().nick());
      if (event.roles().contains(Role.FOUNDER)) {
        grant(event.by(), event.roles());
      }
      return true;
    }

    @Override
    public Boolean parted(Parted event) {
      return gone(event.by().nick());
    }

    @Override
    public Boolean departed(Departed event) {
      return gone(event.by().nick());
    }

    @Override
    public Boolean kicked(Kicked event) {
      return gone(event.target());
    }

    private Boolean gone(Nick nick) {
      return members.remove(nick.key()) != null;
    }

    @Override
    public Boolean said(Said event) {
      return true;
    }

    @Override
    public Boolean told(Told event) {
      return true;
    }

    @Override
    public Boolean topicChanged(TopicChanged event) {
      state =
          state.withTopic(
              Optional.of(event.text())
                  .filter(text -> !text.isEmpty())
                  .map(text -> new Topic(text, event.by().mask(), event.stamp().time())));
      return true;
    }

    @Override
    public Boolean invited(Invited event) {
      return invited.add(event.target());
    }

    @Override
    public Boolean renamed(Renamed event) {
      Nick from = event.by().nick();
      Source known = member(from).map(Member::source).orElse(event.by());
      return isNow(from, known.withNick(event.to()));
    }

    @Override
    public Boolean identified(Identified event) {
      return isNow(event.by().nick(), event.to());
    }

    @Override
    public Boolean takenBack(TakenBack event) {
      return true;
    }

    @Override
    public Boolean roomRenamed(RoomRenamed event) {
      state = state.withName(event.to());
      return true;
    }

    @Override
    public Boolean described(Described event) {
      Member changed =
          members.computeIfPresent(
              event.by().nick().key(),
              (key, member) -> new Member(member.source(), event.realname(), member.roles()));
      return changed != null;
    }

    private Boolean isNow(Nick nick, Source to) {
      Member member = members.remove(nick.key());
      if (member != null) {
        members.put(to.nick().key(), member.withSource(to));
      }
      return member != null;
    }

    @Override
    public Boolean modesChanged(ModesChanged event) {
      event.changes().forEach(change -> modeChanged(change, event));
      return true;
    }

    private void modeChanged(ModeChange change, ModesChanged event) {
      switch (change.mode().kind()) {
        case FLAG, KEY, SETTING -> state = state.withModes(state.modes().after(change));
        case LIST -> state = state.withEntry(change, event);
        case ROLE -> roleChanged(change);
      }
    }

    private void roleChanged(ModeChange change) {
      String nick = CaseFold.fold(change.argument().orElse(""));
      Role role = change.mode().role();
      members.computeIfPresent(nick, (key, member) -> member.with(role, change.add()));
      Optional.ofNullable(members.get(nick)).ifPresent(m -> grant(m.source(), m.roles()));
    }

    /** An account has these roles again when it comes back. */
    private void grant(Source who, Set<Role> roles) {
      who.account().ifPresent(account -> state = state.withGrants(account.key(), roles));
    }
  }
}
