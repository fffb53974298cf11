package conclave.room;

import conclave.name.CaseFold;
import conclave.name.Mask;
import conclave.name.Nick;
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
    if (room.isNew()) {
      return Decision.refused(Reason.NO_SUCH_ROOM, roomName());
    }
    if (member.isEmpty() && !command.isAdmin()) {
      return Decision.refused(Reason.NOT_IN_ROOM, roomName());
    }
    command.changes().forEach(this::consider);
    List<Event> events =
        changes.isEmpty()
            ? List.of()
            : List.of(new ModesChanged(stamp, room.kept().name(), command.by(), changes));
    return new Decision(events, refusals);
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
      case LIMIT -> considerLimit(change);
      case LIST -> considerList(change);
      case ROLE -> considerRole(change);
    }
  }

  private boolean mayChange(ModeChange change) {
    if (command.isAdmin() || isGivingUp(change)) {
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
    if (number.matches("[1-9][0-9]{0,8}") && Integer.parseInt(number) != limit) {
      accept(change);
    }
  }

  private void considerList(ModeChange change) {
    Mask mask = Mask.of(change.argument().orElse("*"));
    Listed entry = new Listed(change.mode(), mask);
    if (lists.contains(entry) == change.add()) {
      return;
    }
    if (change.add() && lists.size() >= room.limits().listEntries()) {
      refuse(Reason.LIST_IS_FULL, roomName(), mask.text());
      return;
    }
    boolean done = change.add() ? lists.add(entry) : lists.remove(entry);
    if (done) {
      accept(new ModeChange(change.add(), change.mode(), Optional.of(mask.text())));
    }
  }

  private void considerRole(ModeChange change) {
    Optional<Member> target = change.argument().flatMap(Nick::parse).flatMap(this::member);
    if (target.isEmpty()) {
      refuse(Reason.TARGET_NOT_IN_ROOM, change.argument().orElse("*"), roomName());
      return;
    }
    Nick nick = target.get().source().nick();
    if (target.get().roles().contains(change.mode().role()) != change.add()) {
      changed.put(nick.key(), target.get().with(change.mode().role(), change.add()));
      accept(new ModeChange(change.add(), change.mode(), Optional.of(nick.text())));
    }
  }

  private Optional<Member> member(Nick nick) {
    return Optional.ofNullable(changed.get(nick.key())).or(() -> room.member(nick));
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
