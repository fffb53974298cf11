package conclave.room;

import conclave.name.CaseFold;
import conclave.name.Mask;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.room.Event.ModesChanged;
import conclave.room.RoomCommand.ChangeModes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the asked mode changes are allowed and would change anything. Each change finds what
 * those before it have made of the modes. One object decides one command.
 */
final class ModeRules {
  private static final int MAX_KEY = 23;

  private record Listed(Mode list, Mask mask) {}

  private final Room room;
  private final Stamp stamp;
  private final ChangeModes command;
  private final Optional<Member> member;
  private final List<ModeChange> changes = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private final Set<Listed> lists = new HashSet<>();
  private final Map<String, Member> changed = new HashMap<>();
  private Modes modes;

  ModeRules(Room room, Stamp stamp, ChangeModes command) {
    this.room = room;
    this.stamp = stamp;
    this.command = command;
    this.member = room.member(command.by().nick());
    this.modes = room.kept().modes();
    room.kept().lists().forEach(entry -> lists.add(new Listed(entry.list(), entry.mask())));
  }

  Decision decide() {
    if (room.isNew() || (member.isEmpty() && !command.isServerOperator())) {
      return Decision.refused(room.reasonOutside(), roomName());
    }
    command.changes().forEach(this::consider);
    return new Decision(events(), refusals);
  }

  /** Masks name people: in an auditorium they are shown to those alone who see everybody. */
  private List<Event> events() {
    boolean isApart = room.kept().modes().has(Mode.AUDITORIUM);
    List<ModeChange> masks =
        changes.stream().filter(c -> isApart && c.mode().kind() == Mode.Kind.LIST).toList();
    List<ModeChange> others = changes.stream().filter(c -> !masks.contains(c)).toList();
    List<Event> events = new ArrayList<>();
    RoomName name = room.kept().name();
    if (!others.isEmpty()) {
      events.add(new ModesChanged(stamp, name, command.by(), others));
    }
    if (!masks.isEmpty()) {
      Stamp next = others.isEmpty() ? stamp : stamp.next();
      events.add(new ModesChanged(next, name, command.by(), masks, Optional.of(Room.SEES_ALL)));
    }
    return events;
  }

  private void consider(ModeChange change) {
    if (!mayChange(change)) {
      boolean isFounderMatter = change.mode() == Mode.FOUNDER || change.mode() == Mode.ADMIN;
      refuse(isFounderMatter ? Reason.NEEDS_FOUNDER : Reason.NEEDS_OPERATOR, roomName());
      return;
    }
    switch (change.mode().kind()) {
      case FLAG -> considerFlag(change);
      case KEY -> considerKey(change);
      case SETTING -> {
        if (change.mode() == Mode.FORWARD) {
          considerForward(change);
        } else {
          considerLimit(change);
        }
      }
      case LIST -> considerList(change);
      case ROLE -> considerRole(change);
    }
  }

  private boolean mayChange(ModeChange change) {
    if (command.isServerOperator() || isGivingUp(change)) {
      return true;
    }
    return member.filter(m -> m.isAtLeast(needed(change.mode()))).isPresent();
  }

  private static Role needed(Mode mode) {
    return switch (mode) {
      case FOUNDER, ADMIN -> Role.FOUNDER;
      case VOICE, BAN, EXCEPTION, INVITATION -> Role.HALFOP;
      default -> Role.OPERATOR;
    };
  }

  private boolean isGivingUp(ModeChange change) {
    return !change.add()
        && change.mode().kind() == Mode.Kind.ROLE
        && change.argument().map(CaseFold::fold).equals(Optional.of(command.by().nick().key()));
  }

  private void considerFlag(ModeChange change) {
    if (modes.has(change.mode()) != change.add()) {
      accept(change);
    }
  }

  private void accept(ModeChange change) {
    changes.add(change);
    modes = modes.after(change);
  }

  private void considerKey(ModeChange change) {
    Optional<String> key = change.argument();
    if (!change.add()) {
      // The key itself need not be known to take it away, and is shown as it was.
      modes.key().ifPresent(k -> accept(new ModeChange(false, Mode.KEY, Optional.of(k))));
    } else if (key.isEmpty() || !isKey(key.get())) {
      refuse(Reason.INVALID_KEY, roomName());
    } else if (!key.equals(modes.key())) {
      accept(change);
    }
  }

  private static boolean isKey(String key) {
    return !key.isEmpty()
        && key.length() <= MAX_KEY
        && key.charAt(0) != ':'
        && key.chars().allMatch(c -> c > ' ' && c != ',' && c != 0x7f);
  }

  private void considerLimit(ModeChange change) {
    int limit = modes.limit();
    if (!change.add()) {
      if (limit > 0) {
        accept(new ModeChange(false, Mode.LIMIT, Optional.empty()));
      }
      return;
    }
    String number = change.argument().orElse("");
    if (!number.matches("[1-9][0-9]{0,8}")) {
      refuseParameter(change);
    } else if (Integer.parseInt(number) != limit) {
      accept(change);
    }
  }

  private void considerForward(ModeChange change) {
    Optional<RoomName> present = modes.forward();
    if (!change.add()) {
      present.ifPresent(to -> accept(new ModeChange(false, Mode.FORWARD, Optional.empty())));
      return;
    }
    Optional<RoomName> to =
        change.argument().flatMap(RoomName::parse).filter(other -> !other.key().equals(room.key()));
    if (to.isEmpty()) {
      refuseParameter(change);
    } else if (!to.map(RoomName::key).equals(present.map(RoomName::key))) {
      accept(change);
    }
  }

  private void considerList(ModeChange change) {
    String text = change.argument().orElse("*");
    // What could be set once can be taken away, whatever may be set today.
    Optional<Mask> mask = change.add() ? Mask.parse(text) : Optional.of(Mask.of(text));
    if (mask.isEmpty() || (change.mode() == Mode.INVITATION && mask.get().isQuiet())) {
      refuseParameter(change);
      return;
    }
    Listed entry = new Listed(change.mode(), mask.get());
    if (lists.contains(entry) == change.add()) {
      return;
    }
    if (change.add() && lists.size() >= room.limits().listEntries()) {
      refuse(Reason.LIST_IS_FULL, roomName(), mask.get().text());
      return;
    }
    boolean done = change.add() ? lists.add(entry) : lists.remove(entry);
    if (done) {
      accept(new ModeChange(change.add(), change.mode(), mask.map(Mask::text)));
    }
  }

  private void considerRole(ModeChange change) {
    Optional<Member> target = change.argument().flatMap(Nick::parse).flatMap(this::member);
    if (target.isEmpty()) {
      refuse(Reason.TARGET_NOT_IN_ROOM, change.argument().orElse("*"), roomName());
      return;
    }
    Nick nick = target.get().source().nick();
    if (!change.add() && !mayTouch(target.get())) {
      refuse(Reason.NEEDS_OPERATOR, roomName());
    } else if (target.get().roles().contains(change.mode().role()) != change.add()) {
      changed.put(nick.key(), target.get().with(change.mode().role(), change.add()));
      accept(new ModeChange(change.add(), change.mode(), Optional.of(nick.text())));
    }
  }

  /** Nobody takes anything from somebody above. */
  private boolean mayTouch(Member target) {
    boolean isSelf = target.source().nick().key().equals(command.by().nick().key());
    return isSelf
        || command.isServerOperator()
        || target.highest().filter(rank -> !member.orElseThrow().isAtLeast(rank)).isEmpty();
  }

  private Optional<Member> member(Nick nick) {
    return Optional.ofNullable(changed.get(nick.key())).or(() -> room.member(nick));
  }

  private void refuseParameter(ModeChange change) {
    String letter = String.valueOf(change.mode().letter());
    String shown = change.argument().filter(text -> !text.isEmpty()).orElse("*");
    refuse(Reason.BAD_MODE_PARAMETER, roomName(), letter, shown);
  }

  private void refuse(Reason reason, String... about) {
    Refusal refusal = Refusal.of(reason, about);
    if (!refusals.contains(refusal)) {
      refusals.add(refusal);
    }
  }

  private String roomName() {
    return room.kept().name().text();
  }
}
